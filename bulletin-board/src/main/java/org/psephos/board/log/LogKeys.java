package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.board.file.PrivateFile;
import org.psephos.board.note.NoteSigner;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.signature.SigningKey;

/**
 * The directory of log keys: one file per election with mode 0600, outside every database. Whoever
 * has the file can sign for the board; whoever loses it must cancel the election, so {@link
 * #keyFile} is what an operator backs up. The high-water record lies beside it.
 *
 * <p>A file is three lines: format, origin, 64 hexadecimal digits of the Ed25519 seed.
 */
public final class LogKeys {

  private static final String FORMAT = "psephos-log-key/1\n";
  private static final int SEED = SigningKey.SEED_LENGTH;
  private static final int LARGEST = 4096;

  private final Path directory;
  private final SecureRandom random;

  /** The keys in this directory, which is made when it is needed. */
  public LogKeys(Path directory, SecureRandom random) {
    this.directory = requireNonNull(directory, "directory is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** Where the key of this election is kept. */
  public Path keyFile(String uuid) {
    return directory.resolve(uuid + ".log-key");
  }

  /** The high-water record of this election, which {@link #create} began. */
  public HighWater highWater(String uuid, String origin) {
    return new HighWater(directory.resolve(uuid + ".high-water"), origin);
  }

  /**
   * Makes a fresh key and an empty high-water record.
   *
   * @throws IOException if there is a key already or it cannot be written
   */
  public NoteSigner create(String uuid, String origin) throws IOException {
    SigningKey key = SigningKey.generate(random);
    byte[] seed = key.exposeSeed();
    byte[] content = encode(origin, seed);
    try {
      NoteSigner signer = NoteSigner.of(origin, key);
      PrivateFile.writeNew(keyFile(uuid), content);
      highWater(uuid, origin).create();
      return signer;
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(content, (byte) 0);
    }
  }

  /**
   * Opens the key of an election.
   *
   * @throws IOException if there is none, others may read it, or it is for another origin
   */
  public NoteSigner open(String uuid, String origin) throws IOException {
    Path file = keyFile(uuid);
    PrivateFile.requirePrivate(file);
    byte[] content = read(file, origin);
    byte[] expected = encode(origin, new byte[SEED]);
    int header = expected.length - 2 * SEED - 1;
    try {
      if (content.length != expected.length
          || !Arrays.equals(content, 0, header, expected, 0, header)
          || content[content.length - 1] != '\n') {
        throw new IOException(file + " is not a log key of " + origin);
      }
      return signer(file, origin, Arrays.copyOfRange(content, header, content.length - 1));
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private static byte[] read(Path file, String origin) throws IOException {
    try {
      return PrivateFile.read(file, LARGEST);
    } catch (DecodingException e) {
      throw new IOException(file + " is not a log key of " + origin, e);
    }
  }

  private static NoteSigner signer(Path file, String origin, byte[] hex) throws IOException {
    char[] digits = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(hex)).array();
    byte[] seed = {};
    try {
      seed = HexFormat.of().parseHex(digits, 0, 2 * SEED);
      return NoteSigner.of(origin, SigningKey.fromSeed(seed));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is not a log key of " + origin);
    } finally {
      Arrays.fill(hex, (byte) 0);
      Arrays.fill(digits, '0');
      Arrays.fill(seed, (byte) 0);
    }
  }

  private static byte[] encode(String origin, byte[] seed) {
    byte[] header = Utf8.encode(FORMAT + origin + "\n");
    byte[] content = Arrays.copyOf(header, header.length + 2 * SEED + 1);
    int at = header.length;
    for (byte part : seed) {
      content[at++] = digit(part >> 4);
      content[at++] = digit(part);
    }
    content[at] = '\n';
    return content;
  }

  private static byte digit(int value) {
    return (byte) HexFormat.of().toLowHexDigit(value);
  }
}
