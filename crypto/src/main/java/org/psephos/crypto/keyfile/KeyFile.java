package org.psephos.crypto.keyfile;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * A secret sealed with a passphrase, format {@code psephos-key/1}: one canonical JSON object with
 * its members sorted,
 *
 * <pre>{"cipher":"AES-256-GCM","data":…,"election":…,"format":"psephos-key/1",
 *  "kdf":{"iterations":3,"lanes":1,"memory_kib":65536,"name":"argon2id","salt":…},
 *  "nonce":…,"public_key":…,"role":…}</pre>
 *
 * <p>{@code salt} (16 bytes), {@code nonce} (12 bytes) and {@code data} (the secret's ciphertext
 * followed by a 16-byte tag) are lower-case hexadecimal. The AES key is the 32-byte output of
 * Argon2id, version 1.3, over the passphrase in UTF-8 as it was typed, never normalised. The
 * associated data are the bytes of the same object without the member {@code data}, so nothing in
 * the file can be changed without the passphrase. Immutable; holds no secret in the clear.
 */
public final class KeyFile {

  private static final String FORMAT = "psephos-key/1";
  private static final String CIPHER = "AES-256-GCM";
  private static final Limits LIMITS = new Limits(1 << 20, 4, 1 << 20);

  private final KeyFileHeader header;
  private final Stretching stretching;
  private final byte[] nonce;
  private final byte[] data;

  private KeyFile(KeyFileHeader header, Stretching stretching, byte[] nonce, byte[] data) {
    this.header = header;
    this.stretching = stretching;
    this.nonce = nonce;
    this.data = data;
  }

  /**
   * Seals a secret.
   *
   * @param header stays readable without the passphrase, and is protected from change by it
   * @param secret as encoding.md section 7 says for the role; the caller wipes it
   * @param passphrase not empty; the caller wipes it
   * @throws IllegalArgumentException if a length is wrong or the passphrase is not well-formed text
   */
  public static KeyFile seal(
      KeyFileHeader header, byte[] secret, char[] passphrase, SecureRandom random) {
    return seal(header, secret, passphrase, Stretching.standard(random), random);
  }

  static KeyFile seal(
      KeyFileHeader header,
      byte[] secret,
      char[] passphrase,
      Stretching stretching,
      SecureRandom random) {
    int most = header.role().mostBytes();
    if (secret.length < 1 || secret.length > most) {
      throw new IllegalArgumentException("a secret has 1 to " + most + " bytes");
    }
    byte[] nonce = new byte[AuthenticatedCipher.NONCE_LENGTH];
    random.nextBytes(nonce);
    byte[] associated = associatedData(header, stretching, nonce);
    byte[] data =
        stretching.withKey(
            passphrase, key -> AuthenticatedCipher.encrypt(key, nonce, associated, secret));
    return new KeyFile(header, stretching, nonce, data);
  }

  /**
   * Reads a file without opening it.
   *
   * @throws DecodingException unless it is the canonical spelling of a key file whose parameters
   *     are neither too weak nor so large that opening it would exhaust the machine
   */
  public static KeyFile decode(byte[] file) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(file, LIMITS));
    fields.required("format", value -> constant(value, FORMAT));
    fields.required("cipher", value -> constant(value, CIPHER));
    int shortest = AuthenticatedCipher.TAG_LENGTH + 1;
    KeyFileHeader header = KeyFileHeader.decode(fields);
    int longest = AuthenticatedCipher.TAG_LENGTH + header.role().mostBytes();
    KeyFile decoded =
        new KeyFile(
            header,
            fields.required("kdf", Stretching::decode),
            fields.required("nonce", value -> hex(value, AuthenticatedCipher.NONCE_LENGTH)),
            fields.required("data", value -> hex(value, shortest, longest)));
    fields.end();
    JsonParser.requireCanonical(file, decoded.toJson());
    return decoded;
  }

  /**
   * Opens the file. Takes about 64 MiB of memory and a fraction of a second.
   *
   * @param passphrase the caller wipes it
   * @return the secret; the caller wipes it
   * @throws WrongPassphraseException if the passphrase is another, or the file was changed
   */
  public byte[] open(char[] passphrase) throws WrongPassphraseException {
    byte[] associated = associatedData(header, stretching, nonce);
    return stretching
        .withKey(passphrase, key -> AuthenticatedCipher.decrypt(key, nonce, associated, data))
        .orElseThrow(WrongPassphraseException::new);
  }

  /** Who the secret belongs to, readable by everyone. */
  public KeyFileHeader header() {
    return header;
  }

  /** The canonical bytes of the file. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json.Obj toJson() {
    return members(header, stretching, nonce)
        .and("data", HexFormat.of().formatHex(data))
        .build()
        .sorted();
  }

  private static byte[] associatedData(KeyFileHeader header, Stretching stretching, byte[] nonce) {
    return members(header, stretching, nonce).build().sorted().toBytes();
  }

  private static Json.Builder members(KeyFileHeader header, Stretching stretching, byte[] nonce) {
    return Json.Obj.with("cipher", CIPHER)
        .and("election", header.election().value())
        .and("format", FORMAT)
        .and("kdf", stretching.toJson())
        .and("nonce", HexFormat.of().formatHex(nonce))
        .and("public_key", header.publicKey())
        .and("role", header.role().text());
  }

  private static String constant(Json value, String expected) throws DecodingException {
    String text = JsonFields.text(value);
    if (!text.equals(expected)) {
      throw new DecodingException("", expected, text);
    }
    return text;
  }

  static byte[] hex(Json value, int length) throws DecodingException {
    return hex(value, length, length);
  }

  private static byte[] hex(Json value, int shortest, int longest) throws DecodingException {
    String text = JsonFields.text(value);
    if (!Hex.isHex(text)
        || text.length() % 2 != 0
        || text.length() < 2 * shortest
        || text.length() > 2 * longest) {
      // What stands there is not shown: it may be a secret that somebody put into the wrong place.
      throw new DecodingException(
          "", shortest + " to " + longest + " bytes in lower-case hexadecimal", "another value");
    }
    return HexFormat.of().parseHex(text);
  }
}
