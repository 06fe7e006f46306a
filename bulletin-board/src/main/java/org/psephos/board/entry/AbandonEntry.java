package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * The official gives an attempt up, even a complete one; the payload gives the reason by language.
 *
 * @param attempt from 1 to {@link AttemptEntry#MOST_ATTEMPTS}
 */
public record AbandonEntry(int attempt, Digest payload) implements AttemptEntry {

  static final String KIND = "abandon";

  public AbandonEntry {
    Ranges.attempt(attempt);
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
    return List.of(new Reference(payload, ObjectKind.TEXT));
  }
}
