package org.psephos.api.election;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;

/** Reads single values. */
final class JsonValues {

  private JsonValues() {}

  static boolean bool(Json value) throws DecodingException {
    if (value instanceof Json.Bool bool) {
      return bool.value();
    }
    throw new DecodingException("", "true or false", "something else");
  }
}
