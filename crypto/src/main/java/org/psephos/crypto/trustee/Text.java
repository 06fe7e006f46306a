package org.psephos.crypto.trustee;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** The canonical spelling of a value as text that is signed. */
final class Text {

  private Text() {}

  static String of(Json value) {
    try {
      return Utf8.decode(value.toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException("we write well-formed UTF-8", e);
    }
  }
}
