package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Step 1 of an attempt: a member's fresh keys, and the size and threshold that it agrees to.
 *
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 * @param index of the member, from 1 to {@code size}
 * @param size the number of members n, from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 * @param threshold the number of members t that can decrypt, from 1 to {@code size}
 */
public record CertificateEntry(int attempt, int index, Digest payload, int size, int threshold)
    implements MemberEntry {

  static final String KIND = "certificate";

  public CertificateEntry {
    Ranges.attempt(attempt);
    Ranges.within("size", size, 1, ReadyEntry.MOST_TRUSTEES);
    Ranges.within("threshold", threshold, 1, size);
    Ranges.within("index", index, 1, size);
    requireNonNull(payload, "payload is null");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return CeremonyMembers.of(this)
        .and("payload", payload.hex())
        .and("size", size)
        .and("threshold", threshold)
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.CERTIFICATE));
  }
}
