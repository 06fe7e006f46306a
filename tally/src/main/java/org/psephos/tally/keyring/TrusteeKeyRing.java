package org.psephos.tally.keyring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/** Where a trustee keeps the key of one election. Not for use by several processes at once. */
public final class TrusteeKeyRing {

  private final SealedFile file;
  private final ElectionId election;
  private final Group group;

  public TrusteeKeyRing(Path file, ElectionId election, Group group) {
    this.file = new SealedFile(file);
    this.election = election;
    this.group = group;
  }

  /** Whether a key was made before. */
  public boolean hasKey() {
    return file.exists();
  }

  /**
   * Makes a key, seals it, reads the file back and opens it, so that a key that cannot be used is
   * noticed before anybody relies on it.
   *
   * @param passphrase the caller wipes it
   * @throws KeyFileException if the file exists or cannot be kept
   */
  public TrusteeKeyPair create(char[] passphrase, SecureRandom random) throws KeyFileException {
    try (TrusteeKeyPair fresh = TrusteeKeyPair.generate(group, random)) {
      return keep(fresh, passphrase, random);
    }
  }

  /**
   * Seals a key that was made elsewhere, reads the file back and opens it.
   *
   * @param key the caller closes it
   * @param passphrase the caller wipes it
   * @return the key as the file gives it back
   * @throws KeyFileException if the file exists or cannot be kept
   */
  public TrusteeKeyPair keep(TrusteeKeyPair key, char[] passphrase, SecureRandom random)
      throws KeyFileException {
    byte[] secret = key.exposeSecret();
    try {
      KeyFileHeader header =
          new KeyFileHeader(KeyFileHeader.Role.TRUSTEE, election, key.publicKey().encode());
      file.write(header, secret, passphrase, random);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
    return open(passphrase);
  }

  /**
   * Gives the file another name beside its own, so that a new key can be made. Nothing is lost or
   * replaced.
   *
   * @return the new name
   * @throws KeyFileException if there is no file or the name is taken
   */
  public Path setAside(String suffix) throws KeyFileException {
    return file.setAside(suffix);
  }

  /**
   * The public key that the file names. Only {@link #open} proves that the secret belongs to it.
   *
   * @throws KeyFileException if the file is missing, or of another election or role
   */
  public Element publicKey() throws KeyFileException {
    String key = file.read(KeyFileHeader.Role.TRUSTEE, election).header().publicKey();
    try {
      return group.decode(key);
    } catch (DecodingException e) {
      throw new KeyFileException("the public key in " + file + " is not of group " + group.name());
    }
  }

  /**
   * Opens the key and checks that it belongs to the public key in the file.
   *
   * @param passphrase the caller wipes it
   * @throws KeyFileException if the file is missing, of another election or role, or does not open
   */
  public TrusteeKeyPair open(char[] passphrase) throws KeyFileException {
    byte[] secret = file.open(KeyFileHeader.Role.TRUSTEE, election, passphrase);
    try {
      TrusteeKeyPair pair = TrusteeKeyPair.restore(group, secret);
      if (!pair.publicKey().encode().equals(file.read().header().publicKey())) {
        pair.close();
        throw new KeyFileException("the secret in " + file + " does not fit its public key");
      }
      return pair;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
