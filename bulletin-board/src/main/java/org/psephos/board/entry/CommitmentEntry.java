package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Step 2 of an attempt: what a member is going to deal, as a hash, so that nobody can choose after
 * having seen the others.
 *
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 * @param commitment names no object
 * @param index of the member, from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record CommitmentEntry(int attempt, Digest commitment, int index) implements MemberEntry {

  static final String KIND = "commitment";

  public CommitmentEntry {
    Ranges.attempt(attempt);
    Ranges.index("index", index);
    requireNonNull(commitment, "commitment is null");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return CeremonyMembers.of(this).and("commitment", commitment.hex()).build();
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
