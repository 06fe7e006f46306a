package org.psephos.tally.simulation;

import java.nio.file.Path;
import java.util.List;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.hash.Digest;

/**
 * What a simulation left behind.
 *
 * @param counted how many ballots count
 * @param counts the result, by answer
 * @param bundle the whole board
 * @param archive the board as a Belenios archive
 */
public record SimulatedElection(
    ElectionId uuid,
    Digest fingerprint,
    long counted,
    List<Long> counts,
    Path bundle,
    Path archive) {

  public SimulatedElection {
    counts = List.copyOf(counts);
  }
}
