package org.psephos.verifier.checks;

import java.util.function.UnaryOperator;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** Small changes to the bytes of objects. */
final class Edit {

  private Edit() {}

  /** Another text at a place of the JSON. */
  static UnaryOperator<byte[]> text(String path, String text) {
    return json(object -> JsonEdit.replace(object, path, text));
  }

  /** Another number at a place of the JSON. */
  static UnaryOperator<byte[]> number(String path, long number) {
    return json(object -> JsonEdit.replace(object, path, new Json.Int(number)));
  }

  /** Any change to an object of JSON. */
  static UnaryOperator<byte[]> json(UnaryOperator<Json.Obj> change) {
    return bytes -> change.apply(JsonEdit.open(bytes)).toBytes();
  }

  /** Other characters, wherever they stand. */
  static UnaryOperator<byte[]> characters(String old, String other) {
    return bytes -> {
      String text = utf8(bytes);
      if (!text.contains(old)) {
        throw new IllegalArgumentException("there is no " + old);
      }
      return Utf8.encode(text.replace(old, other));
    };
  }

  /** One more line feed at the end. */
  static byte[] lineFeed(byte[] bytes) {
    return Utf8.encode(utf8(bytes) + "\n");
  }

  static String utf8(byte[] bytes) {
    try {
      return Utf8.decode(bytes);
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
