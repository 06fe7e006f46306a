package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * A list of public credentials from the registrar. The last one before Setup is the one that Setup
 * uses.
 *
 * @param count how many credentials the list holds, 1 to {@link Rules#MOST_VOTERS}
 * @param reissued how many of them replace codes of an earlier list
 */
public record CredentialsEntry(long count, Digest payload, RegistrarKey registrar, long reissued)
    implements CeremonyEntry {

  static final String KIND = "credentials";

  public CredentialsEntry {
    Ranges.within("count", count, 1, Rules.MOST_VOTERS);
    requireNonNull(payload, "payload is null");
    requireNonNull(registrar, "registrar is null");
    Ranges.within("reissued", reissued, 0, count);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("count", count)
        .and("kind", KIND)
        .and("payload", payload.hex())
        .and("registrar", registrar.hex())
        .and("reissued", reissued)
        .and("type", type().wireName())
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.CREDENTIALS));
  }
}
