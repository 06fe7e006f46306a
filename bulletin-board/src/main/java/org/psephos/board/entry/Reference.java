package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/** The name of an object beside the board, and what it has to be. */
public record Reference(Digest hash, ObjectKind kind) {

  public Reference {
    requireNonNull(hash, "hash is null");
    requireNonNull(kind, "kind is null");
  }

  /** The object's path under the board's address and in a bundle. */
  public String path() {
    return "object/" + hash.hex();
  }

  /**
   * What the object names in turn, in the order in which a bundle holds it. Reads only as much of
   * the object as that takes.
   *
   * @throws DecodingException if the object is not of this reference's kind
   */
  public List<Reference> children(BoardObject object) throws DecodingException {
    if (!object.hash().equals(hash)) {
      throw new IllegalArgumentException("another object");
    }
    if (!kind.hasChildren()) {
      return List.of();
    }
    try {
      return kind == ObjectKind.MANIFEST
          ? Manifest.decode(object).references()
          : children(JsonFields.of(JsonParser.parseCanonical(object.toByteArray(), Limits.OBJECT)));
    } catch (DecodingException e) {
      throw e.within(path());
    }
  }

  private List<Reference> children(JsonFields fields) throws DecodingException {
    return switch (kind) {
      case SETUP_DATA ->
          List.of(
              child(fields, "election", ObjectKind.ELECTION),
              child(fields, "trustees", ObjectKind.TRUSTEES),
              child(fields, "credentials", ObjectKind.CREDENTIALS));
      case SIZED_TALLY -> List.of(child(fields, "encrypted_tally", ObjectKind.TALLY));
      default -> List.of(child(fields, "payload", ObjectKind.PARTIAL_DECRYPTION));
    };
  }

  private static Reference child(JsonFields fields, String name, ObjectKind kind)
      throws DecodingException {
    return new Reference(
        fields.required(name, (Json value) -> Digest.fromHex(JsonFields.text(value))), kind);
  }
}
