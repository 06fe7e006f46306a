package org.psephos.tally.decryption;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.keyring.KeyFileException;

/**
 * What a trustee saw when checking Setup, remembered beside the key file: the election, and the
 * head of its board. A board shown later must extend that head.
 *
 * @param fingerprint of the election
 * @param size of the board at that time
 * @param root of the board at that time
 */
public record SeenSetup(Digest fingerprint, long size, Digest root) {

  private static final String FORMAT = "psephos-setup/1";
  private static final int LARGEST = 4096;

  public SeenSetup {
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(root, "root is null");
  }

  /** What is seen now. */
  public static SeenSetup of(AuditedSetup setup) {
    long size = setup.board().size();
    return new SeenSetup(setup.fingerprint(), size, setup.board().root(size));
  }

  /** Whether this is the same definition, on a board that extends the one seen. */
  public boolean isKeptBy(AuditedSetup setup) {
    return setup.fingerprint().equals(fingerprint)
        && size > setup.index()
        && setup.board().isExtensionOf(size, root);
  }

  /**
   * What was remembered beside this key file, if anything was.
   *
   * @throws KeyFileException if there is a file, but it cannot be read
   */
  public static Optional<SeenSetup> beside(Path keyFile) throws KeyFileException {
    Path path = path(keyFile);
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
   * Remembers this beside a key file, durably and for good.
   *
   * @throws KeyFileException if something is remembered already, or the disk cannot keep it
   */
  public void keepBeside(Path keyFile) throws KeyFileException {
    Path path = path(keyFile);
    try {
      PrivateFile.writeNew(path, encode());
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(path + " exists already; it is not replaced");
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be written: " + e.getMessage());
    }
  }

  private static Path path(Path keyFile) {
    return keyFile.resolveSibling(keyFile.getFileName() + ".setup");
  }

  private byte[] encode() {
    return CanonicalJson.encode(
        Json.Obj.with("fingerprint", fingerprint.base64())
            .and("format", FORMAT)
            .and("root", root.hex())
            .and("size", size)
            .build());
  }

  private static SeenSetup decode(byte[] file) throws DecodingException {
    JsonFields fields = JsonFields.of(CanonicalJson.parse(file, Limits.OBJECT));
    Digest fingerprint =
        fields.required("fingerprint", value -> Digest.fromBase64(JsonFields.text(value)));
    String format = fields.text("format");
    Digest root = fields.required("root", value -> Digest.fromHex(JsonFields.text(value)));
    long size = fields.number("size");
    fields.end();
    if (!format.equals(FORMAT)) {
      throw new DecodingException("format", FORMAT, format);
    }
    return new SeenSetup(fingerprint, size, root);
  }
}
