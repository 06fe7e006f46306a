package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.psephos.api.records.CastBallots;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.hash.Digest;

/**
 * Tells whether a credential is on the list and whether it has voted, so that a voter hears of a
 * wrong code before choosing. Both stand on the public board; who the voter is stands nowhere.
 */
@ApplicationScoped
public class CredentialStatus {

  private final Elections elections;
  private final FrozenElections definitions;
  private final CastBallots index;

  CredentialStatus(Elections elections, FrozenElections definitions, CastBallots index) {
    this.elections = elections;
    this.definitions = definitions;
    this.index = index;
  }

  /**
   * What the list and the board say.
   *
   * @param weight how many votes a ballot counts for
   * @param ballots how many are on the board
   */
  public record Status(long weight, long ballots) {}

  /**
   * The status of a credential.
   *
   * @param credential its text
   * @throws RefusedException if it is not on the list, or there is no list yet
   */
  public Status status(String uuid, String credential)
      throws RefusedException, StoreUnavailableException {
    OptionalLong weight = definitions.frozen(uuid).credentials().weightOf(credential);
    if (weight.isEmpty()) {
      throw new RefusedException(Code.NOT_FOUND, "this credential is not on the list");
    }
    return new Status(weight.getAsLong(), ballots(uuid, credential));
  }

  private long ballots(String uuid, String credential)
      throws RefusedException, StoreUnavailableException {
    BoardReads reads = elections.board(uuid).reads();
    long ballots = 0;
    for (Digest tracker : index.of(uuid, credential)) {
      if (reads.indexOf(new BallotEntry(tracker).ident()).isPresent()) {
        ballots++;
      }
    }
    return ballots;
  }
}
