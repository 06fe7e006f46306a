package org.psephos.api.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.keyfile.Argon2id;

/**
 * What is kept of a password: Argon2id, version 1.3, in the usual text form {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}. Making and comparing take 64 MiB and a few tenths of a
 * second, so callers limit how many run at once. Prints nothing of itself.
 */
public final class PasswordHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9])"
              + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
  private static final int MEMORY_KIB = 64 << 10;
  private static final int ITERATIONS = 3;
  private static final int LANES = 1;
  private static final int SALT = 16;
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private final int memoryKib;
  private final int iterations;
  private final int lanes;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.lanes = lanes;
    this.salt = salt;
    this.hash = hash;
  }

  /** Of a password, with a fresh salt. */
  static PasswordHash of(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    byte[] hash = stretch(password, MEMORY_KIB, ITERATIONS, LANES, salt);
    return new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, hash);
  }

  /** That no password has, and that takes as long to compare as any other. */
  static PasswordHash ofNobody() {
    byte[] salt = new byte[SALT];
    byte[] hash = new byte[LENGTH];
    RANDOM.nextBytes(salt);
    RANDOM.nextBytes(hash);
    return new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, hash);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalStateException if it is something else
   */
  static PasswordHash stored(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException("a stored password hash is damaged");
    }
    return new PasswordHash(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        Base64.getDecoder().decode(form.group(4)),
        Base64.getDecoder().decode(form.group(5)));
  }

  /** The form that is stored. */
  String text() {
    return "$argon2id$v=19$m="
        + (memoryKib + ",t=" + iterations + ",p=" + lanes)
        + ("$" + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, stretch(password, memoryKib, iterations, lanes, salt));
  }

  @Override
  public String toString() {
    return "PasswordHash";
  }

  private static byte[] stretch(
      String password, int memoryKib, int iterations, int lanes, byte[] salt) {
    byte[] bytes = Utf8.encode(password);
    byte[] hash = new byte[LENGTH];
    try {
      new Argon2id(memoryKib, iterations, lanes).fill(bytes, salt, hash);
      return hash;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
