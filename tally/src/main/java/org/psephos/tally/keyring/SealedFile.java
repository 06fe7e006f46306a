package org.psephos.tally.keyring;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.keyfile.WrongPassphraseException;

/** One key file: written once, never replaced, opened for the right role and election only. */
final class SealedFile {

  private static final int LARGEST = 1 << 20;

  private final Path path;

  SealedFile(Path path) {
    this.path = path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Seals a secret into a new file. */
  void write(KeyFileHeader header, byte[] secret, char[] passphrase, SecureRandom random)
      throws KeyFileException {
    try {
      PrivateFile.writeNew(path, KeyFile.seal(header, secret, passphrase, random).encode());
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(path + " exists already; it is not replaced");
    } catch (IOException e) {
      throw new KeyFileException("the key file " + path + " cannot be written: " + e.getMessage());
    }
  }

  /** Puts a secret in the place of what the file held, which need not be there. */
  void replace(KeyFileHeader header, byte[] secret, char[] passphrase, SecureRandom random)
      throws KeyFileException {
    try {
      PrivateFile.makeFolder(path.toAbsolutePath().getParent());
      PrivateFile.replace(path, KeyFile.seal(header, secret, passphrase, random).encode());
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be written: " + e.getMessage());
    }
  }

  /** Renames the file; never onto another. */
  Path setAside(String suffix) throws KeyFileException {
    Path aside = path.resolveSibling(path.getFileName() + suffix);
    try {
      return Files.move(path, aside);
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be renamed to " + aside + ": " + e.getMessage());
    }
  }

  /** Removes the file, if it is there. */
  void remove() throws KeyFileException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be removed: " + e.getMessage());
    }
  }

  /** The secret inside; the caller wipes it. */
  byte[] open(KeyFileHeader.Role role, ElectionId election, char[] passphrase)
      throws KeyFileException {
    KeyFile file = read(role, election);
    try {
      return file.open(passphrase);
    } catch (WrongPassphraseException e) {
      throw new KeyFileException(
          "the passphrase does not open " + path + ", or the file was changed");
    }
  }

  /** What the file says without its passphrase, if it is of this role and election. */
  KeyFile read(KeyFileHeader.Role role, ElectionId election) throws KeyFileException {
    KeyFile file = read();
    KeyFileHeader header = file.header();
    if (header.role() != role || !header.election().equals(election)) {
      throw new KeyFileException(
          path
              + " is the key of a "
              + header.role().text()
              + " of election "
              + header.election()
              + ", not of a "
              + role.text()
              + " of election "
              + election);
    }
    return file;
  }

  /** What the file says without its passphrase. */
  KeyFile read() throws KeyFileException {
    try {
      return KeyFile.decode(PrivateFile.read(path, LARGEST));
    } catch (IOException e) {
      throw new KeyFileException("there is no readable key file " + path);
    } catch (DecodingException e) {
      throw new KeyFileException(path + " is no key file: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
