package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Step 4 of an attempt: a member accepted all its shares and publishes the public key of their sum
 * (version 1's K, signed).
 *
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 * @param index of the member, from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record VerificationKeyEntry(int attempt, int index, Digest payload) implements MemberEntry {

  static final String KIND = "verification-key";

  public VerificationKeyEntry {
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
    return List.of(new Reference(payload, ObjectKind.VERIFICATION_KEY));
  }
}
