package org.psephos.crypto.keyfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * How a passphrase becomes a key: Argon2id, version 1.3, with 32 bytes of output. The bounds keep a
 * file from a stranger from claiming all memory or hours of work, and a careless one from being
 * opened by guessing.
 */
final class Stretching {

  private static final String NAME = "argon2id";
  private static final int SALT_LENGTH = 16;
  private static final int KEY_LENGTH = 32;
  private static final int STANDARD_MEMORY = 64 << 10;
  private static final int STANDARD_ITERATIONS = 3;
  private static final int MIN_MEMORY = 8 << 10;
  private static final int MAX_MEMORY = 256 << 10;
  private static final int MAX_LANES = 4;
  private static final int MAX_WORK = 1 << 20;

  private final int memoryKib;
  private final int iterations;
  private final int lanes;
  private final byte[] salt;

  private Stretching(int memoryKib, int iterations, int lanes, byte[] salt) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.lanes = lanes;
    this.salt = salt;
  }

  /** 64 MiB, 3 passes, 1 lane, and a fresh salt. */
  static Stretching standard(SecureRandom random) {
    return of(STANDARD_MEMORY, STANDARD_ITERATIONS, random);
  }

  static Stretching of(int memoryKib, int iterations, SecureRandom random) {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return new Stretching(memoryKib, iterations, 1, salt);
  }

  static Stretching decode(Json value) throws DecodingException {
    JsonFields fields = JsonFields.of(value);
    String name = fields.text("name");
    if (!name.equals(NAME)) {
      throw new DecodingException("name", NAME, name);
    }
    int memory = fields.required("memory_kib", number -> inRange(number, MIN_MEMORY, MAX_MEMORY));
    int iterations = fields.required("iterations", number -> inRange(number, 1, MAX_WORK / memory));
    int lanes = fields.required("lanes", number -> inRange(number, 1, MAX_LANES));
    byte[] salt = fields.required("salt", text -> KeyFile.hex(text, SALT_LENGTH));
    fields.end();
    return new Stretching(memory, iterations, lanes, salt);
  }

  private static int inRange(Json value, int smallest, int largest) throws DecodingException {
    long number = JsonFields.number(value);
    if (number < smallest || number > largest) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", smallest + " to " + largest, Long.toString(number));
    }
    return (int) number;
  }

  Json toJson() {
    return Json.Obj.with("iterations", iterations)
        .and("lanes", lanes)
        .and("memory_kib", memoryKib)
        .and("name", NAME)
        .and("salt", HexFormat.of().formatHex(salt))
        .build();
  }

  /**
   * Lends the key to a function and wipes it afterwards.
   *
   * @throws IllegalArgumentException if the passphrase is empty or not well-formed text
   */
  <T> T withKey(char[] passphrase, Function<byte[], T> use) {
    byte[] password = utf8(passphrase);
    byte[] key = new byte[KEY_LENGTH];
    try {
      new Argon2id(memoryKib, iterations, lanes).fill(password, salt, key);
      return use.apply(key);
    } finally {
      Arrays.fill(password, (byte) 0);
      Arrays.fill(key, (byte) 0);
    }
  }

  /** No String is made of the passphrase: it could not be wiped. */
  private static byte[] utf8(char[] passphrase) {
    if (passphrase.length == 0) {
      throw new IllegalArgumentException("the passphrase is empty");
    }
    byte[] space = new byte[4 * passphrase.length];
    ByteBuffer encoded = ByteBuffer.wrap(space);
    CoderResult outcome =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(passphrase), encoded, true);
    byte[] exact = Arrays.copyOf(space, encoded.position());
    Arrays.fill(space, (byte) 0);
    if (outcome.isError()) {
      Arrays.fill(exact, (byte) 0);
      throw new IllegalArgumentException("the passphrase is not well-formed text");
    }
    return exact;
  }
}
