package org.psephos.crypto.election;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * The language of an election's texts and the direction in which it is written (protocol §4).
 *
 * @param tag the language tag, for example {@code fr}
 * @param direction {@code ltr} or {@code rtl}
 */
public record Language(String tag, String direction) {

  private static final int LONGEST = 35;

  public Language {
    if (tag.isEmpty() || tag.length() > LONGEST) {
      throw new IllegalArgumentException("a language tag has 1 to 35 characters");
    }
    if (!direction.equals("ltr") && !direction.equals("rtl")) {
      throw new IllegalArgumentException("a direction is ltr or rtl");
    }
  }

  static Language decode(Json value) throws DecodingException {
    List<String> pair = JsonFields.list(value, JsonFields::text);
    try {
      if (pair.size() == 2) {
        return new Language(pair.get(0), pair.get(1));
      }
    } catch (IllegalArgumentException e) {
      throw new DecodingException("", "[language tag, ltr or rtl]", String.join(",", pair));
    }
    throw new DecodingException("", "[language tag, ltr or rtl]", pair.size() + " strings");
  }

  Json toJson() {
    return new Json.Arr(List.of(new Json.Text(tag), new Json.Text(direction)));
  }
}
