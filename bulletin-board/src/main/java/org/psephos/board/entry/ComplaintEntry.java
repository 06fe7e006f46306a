package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Step 4 of an attempt that fails: a member proves that it was dealt a bad share. The attempt ends.
 *
 * @param against the member that dealt it; another one than {@code index}
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 * @param index of the member that complains, from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record ComplaintEntry(int against, int attempt, int index, Digest payload)
    implements MemberEntry {

  static final String KIND = "complaint";

  public ComplaintEntry {
    Ranges.index("against", against);
    Ranges.attempt(attempt);
    Ranges.index("index", index);
    if (against == index) {
      throw new IllegalArgumentException("against is " + index + ", the member that complains");
    }
    requireNonNull(payload, "payload is null");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return CeremonyMembers.of(this).and("against", against).and("payload", payload.hex()).build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.COMPLAINT));
  }
}
