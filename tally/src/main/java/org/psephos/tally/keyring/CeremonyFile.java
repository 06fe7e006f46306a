package org.psephos.tally.keyring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.keyfile.KeyFileHeader;

/**
 * Where a member of a threshold group keeps what it makes while the key is made: {@code
 * FILE.ceremony} beside the key file {@code FILE}. Not for use by several processes at once.
 */
public final class CeremonyFile {

  private static final String SUFFIX = ".ceremony";

  private final SealedFile file;
  private final ElectionId election;

  private CeremonyFile(Path path, ElectionId election) {
    this.file = new SealedFile(path);
    this.election = election;
  }

  /** The file beside a key file. */
  public static CeremonyFile beside(Path keyFile, ElectionId election) {
    return new CeremonyFile(keyFile.resolveSibling(keyFile.getFileName() + SUFFIX), election);
  }

  /** Whether there is one. */
  public boolean exists() {
    return file.exists();
  }

  /**
   * What the file holds; empty if there is none.
   *
   * @param passphrase the caller wipes it
   * @return the caller wipes it
   * @throws KeyFileException if it is of another election or role, or does not open
   */
  public Optional<byte[]> read(char[] passphrase) throws KeyFileException {
    return file.exists()
        ? Optional.of(file.open(KeyFileHeader.Role.CEREMONY, election, passphrase))
        : Optional.empty();
  }

  /**
   * Seals what was made so far in the place of what the file held. It is on the disk when this
   * returns.
   *
   * @param verification the key of the member's certificate
   * @param secret the caller wipes it
   * @param passphrase the caller wipes it
   * @throws KeyFileException if the disk cannot keep it; then the old content is still there
   */
  public void write(Element verification, byte[] secret, char[] passphrase, SecureRandom random)
      throws KeyFileException {
    KeyFileHeader header =
        new KeyFileHeader(KeyFileHeader.Role.CEREMONY, election, verification.encode());
    file.replace(header, secret, passphrase, random);
  }

  /** Removes the file, if it is there. */
  public void remove() throws KeyFileException {
    file.remove();
  }
}
