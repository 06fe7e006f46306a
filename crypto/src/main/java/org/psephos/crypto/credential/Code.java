package org.psephos.crypto.credential;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.crypto.codec.Base58;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;

/**
 * The secret that a voter receives: 22 base58 characters, more than 128 bits, written in groups of
 * 5-6-5-6 (protocol §5). Whoever knows it can vote.
 *
 * <p>For people it is followed by two <em>check characters</em>, so that a mistyped code is told
 * from an unknown one. With n = the first four bytes of SHA-256({@code psephos/check/1|} ‖ code
 * with its dashes) as a big-endian number, mod 58², they are the base58 characters of n div 58 and
 * of n mod 58. They are stripped before anything is derived.
 *
 * <p>{@link #close} wipes it. Nothing but {@link #expose} and {@link #exposeWithCheck} turns it
 * into text; there is no equality.
 */
public final class Code implements AutoCloseable {

  private static final int LENGTH = 22;
  private static final int CHECK_LENGTH = 2;
  private static final long CHECKS = 58 * 58;
  private static final int[] GROUPS = {5, 6, 5, 6};

  /** The 22 characters with three dashes, ASCII. */
  private final byte[] dashed;

  private Code(byte[] characters) {
    this.dashed = withDashes(characters);
    Arrays.fill(characters, (byte) 0);
  }

  /** A fresh code; every character is uniform. */
  public static Code generate(SecureRandom random) {
    byte[] characters = new byte[LENGTH];
    Base58.fill(characters, random);
    return new Code(characters);
  }

  /**
   * Reads a code with its two check characters as a person typed it: any spaces and dashes.
   *
   * @throws InvalidCodeException if it cannot be a code; it says why, and not what was typed
   */
  public static Code read(CharSequence typed) throws InvalidCodeException {
    try (TypedCode input = TypedCode.read(typed, LENGTH + CHECK_LENGTH)) {
      Code code = new Code(input.slice(0, LENGTH));
      if (!MessageDigest.isEqual(
          code.checkCharacters(), input.slice(LENGTH, LENGTH + CHECK_LENGTH))) {
        code.close();
        throw InvalidCodeException.check();
      }
      return code;
    }
  }

  /**
   * Reads a code without check characters, as version 1 tools write it in files.
   *
   * @throws InvalidCodeException if it does not have 22 base58 characters
   */
  public static Code readUnchecked(CharSequence text) throws InvalidCodeException {
    try (TypedCode input = TypedCode.read(text, LENGTH)) {
      return new Code(input.slice(0, LENGTH));
    }
  }

  /**
   * The voter's keys in one election: the SHA-256 of {@code derive_credential|<uuid>|<i>|<code>}
   * for i = 0 and 1, together one number of 512 bits, mod q.
   */
  public CredentialKey derive(ElectionId uuid, Group group) {
    byte[] number = new byte[2 * Digest.LENGTH];
    try {
      System.arraycopy(half(uuid, 0), 0, number, 0, Digest.LENGTH);
      System.arraycopy(half(uuid, 1), 0, number, Digest.LENGTH, Digest.LENGTH);
      return CredentialKey.of(group.reduceSecret(number));
    } finally {
      Arrays.fill(number, (byte) 0);
    }
  }

  private byte[] half(ElectionId uuid, int index) {
    MessageDigest sha256 = Digest.sha256();
    sha256.update(Utf8.encode("derive_credential|" + uuid.value() + "|" + index + "|"));
    return sha256.digest(dashed);
  }

  /** The secret text as version 1 writes it: {@code XXXXX-XXXXXX-XXXXX-XXXXXX}. */
  public String expose() {
    return ascii(dashed);
  }

  /** The secret text for letters and pages: with a dash and the check characters at the end. */
  public String exposeWithCheck() {
    return ascii(dashed) + "-" + ascii(checkCharacters());
  }

  private byte[] checkCharacters() {
    MessageDigest sha256 = Digest.sha256();
    sha256.update(Utf8.encode("psephos/check/1|"));
    byte[] digest = sha256.digest(dashed);
    long number = Long.parseLong(HexFormat.of().formatHex(digest, 0, 4), 16);
    int n = (int) (number % CHECKS);
    return new byte[] {
      (byte) Base58.ALPHABET.charAt(n / Base58.SIZE), (byte) Base58.ALPHABET.charAt(n % Base58.SIZE)
    };
  }

  private static byte[] withDashes(byte[] characters) {
    byte[] dashed = new byte[LENGTH + GROUPS.length - 1];
    int from = 0;
    int to = 0;
    for (int size : GROUPS) {
      if (from > 0) {
        dashed[to++] = '-';
      }
      System.arraycopy(characters, from, dashed, to, size);
      from += size;
      to += size;
    }
    return dashed;
  }

  private static String ascii(byte[] characters) {
    StringBuilder text = new StringBuilder(characters.length);
    for (byte c : characters) {
      text.append((char) c);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "a code";
  }

  @Override
  public void close() {
    Arrays.fill(dashed, (byte) 0);
  }
}
