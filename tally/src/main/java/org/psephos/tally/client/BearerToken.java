package org.psephos.tally.client;

import java.util.regex.Pattern;
import org.psephos.crypto.codec.DecodingException;

/** What entitles one role to act in one election. It has no text form but the HTTP header. */
public final class BearerToken {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20,200}");

  private final String value;

  private BearerToken(String value) {
    this.value = value;
  }

  /**
   * Reads a token.
   *
   * @throws DecodingException if it is not 20 to 200 characters of base64url; the exception does
   *     not show the text
   */
  public static BearerToken parse(String text) throws DecodingException {
    if (!FORM.matcher(text).matches()) {
      throw new DecodingException(
          "token", "20 to 200 characters A-Z a-z 0-9 _ -", text.length() + " other characters");
    }
    return new BearerToken(text);
  }

  /** The value of the {@code Authorization} header. */
  String header() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "BearerToken";
  }
}
