package org.psephos.board.entry;

import java.util.Map;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * The JSON of our own objects: RFC 8785, restricted to ASCII keys, whole numbers from 0 to 2^53 − 1
 * and text without U+007F. Every value has exactly one spelling.
 */
public final class CanonicalJson {

  /** The largest number that may be written as a number: 2^53 − 1. */
  public static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * Reads a document in its one spelling.
   *
   * @throws DecodingException if it is malformed, breaks a limit or a restriction, or is spelled in
   *     another way
   */
  public static Json parse(byte[] document, Limits limits) throws DecodingException {
    Json value = JsonParser.parseCanonical(document, limits);
    check(value);
    return value;
  }

  /**
   * The object in its one spelling, keys sorted at every level.
   *
   * @throws IllegalArgumentException if it breaks a restriction
   */
  public static byte[] encode(Json.Obj object) {
    Json.Obj sorted = object.sorted();
    try {
      check(sorted);
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return sorted.toBytes();
  }

  private static void check(Json value) throws DecodingException {
    if (value instanceof Json.Obj object) {
      checkObject(object);
    } else if (value instanceof Json.Arr array) {
      for (int i = 0; i < array.items().size(); i++) {
        checkWithin("[" + i + "]", array.items().get(i));
      }
    } else if (value instanceof Json.Int number) {
      if (number.value() < 0 || number.value() > LARGEST) {
        throw new DecodingException("", "a number from 0 to 2^53-1", "" + number.value());
      }
    } else if (value instanceof Json.Text text && text.value().indexOf(0x7f) >= 0) {
      throw new DecodingException("", "text without U+007F", "U+007F");
    }
  }

  private static void checkObject(Json.Obj object) throws DecodingException {
    String before = null;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      String key = member.getKey();
      if (!key.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
        throw new DecodingException("", "keys of printable ASCII", key);
      }
      if (before != null && before.compareTo(key) >= 0) {
        throw new DecodingException(Reason.NOT_CANONICAL, "", "keys in order", key);
      }
      before = key;
      checkWithin(key, member.getValue());
    }
  }

  private static void checkWithin(String place, Json value) throws DecodingException {
    try {
      check(value);
    } catch (DecodingException e) {
      throw e.within(place);
    }
  }
}
