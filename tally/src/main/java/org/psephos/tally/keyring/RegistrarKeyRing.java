package org.psephos.tally.keyring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.signature.SigningKey;

/** Where a registrar keeps the signing key of one election. */
public final class RegistrarKeyRing {

  private final SealedFile file;
  private final ElectionId election;

  public RegistrarKeyRing(Path file, ElectionId election) {
    this.file = new SealedFile(file);
    this.election = election;
  }

  /** Whether a key was made before. */
  public boolean hasKey() {
    return file.exists();
  }

  /**
   * Makes a key, seals it, reads the file back and opens it.
   *
   * @param passphrase the caller wipes it
   * @throws KeyFileException if the file exists or cannot be kept
   */
  public SigningKey create(char[] passphrase, SecureRandom random) throws KeyFileException {
    try (SigningKey fresh = SigningKey.generate(random)) {
      byte[] seed = fresh.exposeSeed();
      try {
        KeyFileHeader header =
            new KeyFileHeader(KeyFileHeader.Role.REGISTRAR, election, fresh.verifyingKey().hex());
        file.write(header, seed, passphrase, random);
      } finally {
        Arrays.fill(seed, (byte) 0);
      }
    }
    return open(passphrase);
  }

  /**
   * Opens the key and checks that it belongs to the public key in the file.
   *
   * @param passphrase the caller wipes it
   * @throws KeyFileException if the file is missing, of another election or role, or does not open
   */
  public SigningKey open(char[] passphrase) throws KeyFileException {
    byte[] seed = file.open(KeyFileHeader.Role.REGISTRAR, election, passphrase);
    try {
      SigningKey key = SigningKey.fromSeed(seed);
      if (!key.verifyingKey().hex().equals(file.read().header().publicKey())) {
        key.close();
        throw new KeyFileException("the secret in " + file + " does not fit its public key");
      }
      return key;
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }
}
