package org.psephos.tally.decryption;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.keyring.KeyFileException;

/**
 * The file beside a key file that keeps the one decryption made with the key. It is written before
 * the decryption is sent and never replaced: after a failure the same bytes are sent again, and a
 * second decryption, of whatever sums, is impossible.
 */
public final class DecryptionFile {

  private static final String FORMAT = "psephos-decryption/1";
  private static final int LARGEST = 1 << 27;

  private final Path path;

  private DecryptionFile(Path path) {
    this.path = path;
  }

  /** The file that belongs to this key file. */
  public static DecryptionFile beside(Path keyFile) {
    return new DecryptionFile(keyFile.resolveSibling(keyFile.getFileName() + ".decryption"));
  }

  /**
   * The decryption that was made before.
   *
   * @throws KeyFileException if there is a file, but it cannot be read
   */
  public Optional<TrusteeDecryption> read() throws KeyFileException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(decode(PrivateFile.read(path, LARGEST)));
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be read");
    } catch (DecodingException e) {
      throw new KeyFileException(path + " is damaged: " + e.getMessage());
    }
  }

  /**
   * Keeps the first and only decryption, durably.
   *
   * @throws KeyFileException if there is one already, or the disk cannot keep it
   */
  public void keep(TrusteeDecryption decryption) throws KeyFileException {
    try {
      PrivateFile.writeNew(path, encode(decryption));
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(path + " exists already: this key has decrypted before");
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be written: " + e.getMessage());
    }
  }

  /** One line that says what was decrypted, then the bytes that are sent. */
  private static byte[] encode(TrusteeDecryption decryption) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        CanonicalJson.encode(
            Json.Obj.with("fingerprint", decryption.fingerprint().base64())
                .and("format", FORMAT)
                .and("tally", decryption.tally().hex())
                .build()));
    file.write('\n');
    file.writeBytes(decryption.body());
    return file.toByteArray();
  }

  private static TrusteeDecryption decode(byte[] file) throws DecodingException {
    int end = 0;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    if (end == file.length) {
      throw new DecodingException("", "two lines", "one");
    }
    JsonFields fields = JsonFields.of(CanonicalJson.parse(Arrays.copyOf(file, end), Limits.OBJECT));
    Digest fingerprint =
        fields.required("fingerprint", value -> Digest.fromBase64(JsonFields.text(value)));
    String format = fields.text("format");
    Digest tally = fields.required("tally", value -> Digest.fromHex(JsonFields.text(value)));
    fields.end();
    if (!format.equals(FORMAT)) {
      throw new DecodingException("format", FORMAT, format);
    }
    return new TrusteeDecryption(
        fingerprint, tally, Arrays.copyOfRange(file, end + 1, file.length));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
