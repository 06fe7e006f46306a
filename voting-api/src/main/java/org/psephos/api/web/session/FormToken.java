package org.psephos.api.web.session;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.psephos.crypto.codec.Utf8;

/**
 * What shows that a form comes from a page of the same session: HMAC-SHA-256 under the session's
 * token, which no page contains. It lasts as long as the session and tells nothing about its token.
 */
final class FormToken {

  /** The name of the form's field. */
  static final String FIELD = "form-token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = Utf8.encode("psephos/form/1");

  private final String text;

  private FormToken(String text) {
    this.text = text;
  }

  static FormToken of(String session) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Utf8.encode(session), ALGORITHM));
      byte[] code = mac.doFinal(PURPOSE);
      return new FormToken(Base64.getUrlEncoder().withoutPadding().encodeToString(code));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The value of the form's field. */
  String reveal() {
    return text;
  }

  /** Whether this is the token, in a time that does not tell how much of it is right. */
  boolean matches(String shown) {
    return MessageDigest.isEqual(Utf8.encode(text), Utf8.encode(shown));
  }
}
