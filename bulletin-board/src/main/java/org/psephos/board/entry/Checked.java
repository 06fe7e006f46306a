package org.psephos.board.entry;

import java.util.function.Supplier;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.hash.Digest;

/** Makes values from outside numbers and texts; a range that is broken is the outside's fault. */
final class Checked {

  private Checked() {}

  /** What the constructor makes, or its complaint as a {@link DecodingException}. */
  static <T> T from(Supplier<T> constructor) throws DecodingException {
    try {
      return constructor.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DecodingException("", "values in their ranges", e.getMessage());
    }
  }

  static Digest hash(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }

  static RegistrarKey registrar(Json value) throws DecodingException {
    String hex = JsonFields.text(value);
    return from(() -> new RegistrarKey(hex));
  }
}
