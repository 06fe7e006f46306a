package org.psephos.api.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/** A file with one line of secret text, readable by its owner alone. */
public final class SecretFile {

  private static final int LARGEST = 4096;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /**
   * The secret in the file; made at random (256 bits, base64url) and made durable if there is none.
   *
   * @throws StorageException if the file can neither be read nor written
   */
  public static String readOrMake(Path file) throws StorageException {
    try {
      if (!Files.exists(file)) {
        DataDirectory.makePrivate(file.getParent());
        // Durable: a password that PostgreSQL knows must not be lost here.
        PrivateFile.writeNew(file, Utf8.encode(random() + "\n"));
      }
      return read(file);
    } catch (IOException e) {
      throw new StorageException("the secret file " + file + " cannot be used", e);
    }
  }

  /**
   * The first line of the file.
   *
   * @throws StorageException if it cannot be read or is empty
   */
  public static String read(Path file) throws StorageException {
    try {
      String secret = Utf8.decode(PrivateFile.read(file, LARGEST)).strip();
      if (secret.isEmpty() || secret.indexOf('\n') >= 0) {
        throw new StorageException("the secret file " + file + " does not hold one line");
      }
      return secret;
    } catch (IOException | DecodingException e) {
      throw new StorageException("the secret file " + file + " cannot be read", e);
    }
  }

  private static String random() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
