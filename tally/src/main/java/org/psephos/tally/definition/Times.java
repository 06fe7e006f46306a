package org.psephos.tally.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;

/** Times as people write them. */
final class Times {

  private Times() {}

  /** Unix seconds of a number, or of a time such as 2026-11-30T18:00:00+01:00. */
  static long seconds(Json value) throws DecodingException {
    if (value instanceof Json.Int number) {
      return number.value();
    }
    String text = value instanceof Json.Text time ? time.value() : "something else";
    try {
      return OffsetDateTime.parse(text).toEpochSecond();
    } catch (DateTimeException e) {
      throw new DecodingException(
          "", "a time with its zone, such as 2026-11-30T18:00:00+01:00, or Unix seconds", text);
    }
  }

  static String written(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
