package org.psephos.api.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.psephos.crypto.hash.Digest;

/** A fresh bearer token: 256 random bits. Only its hash is kept. Prints nothing of itself. */
public final class Token {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored in place of a token. */
  public static Digest hash(String text) {
    return Digest.sha256(text);
  }

  public Digest hash() {
    return hash(text);
  }

  /** The secret itself: for the one link that hands it out. */
  public String reveal() {
    return text;
  }
}
