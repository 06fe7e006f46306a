package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Step 3 of an attempt: a member shows what it committed to and deals its shares. The dealing holds
 * hashes of encrypted shares, which are on no board and name no object.
 *
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 * @param index of the member, from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record DealingEntry(int attempt, int index, Digest payload) implements MemberEntry {

  static final String KIND = "dealing";

  public DealingEntry {
    Ranges.attempt(attempt);
    Ranges.index("index", index);
    requireNonNull(payload, "payload is null");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return CeremonyMembers.of(this).and("payload", payload.hex()).build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.DEALING));
  }
}
