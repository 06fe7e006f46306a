package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.keyring.RegistrarKeyRing;
import org.psephos.tally.roll.CodeFolder;

/** A registrar's folder: the lists, and the key that ties them to one election. */
final class RegistrarFiles {

  static final String KEY_FILE = "registrar.key";

  private final CodeFolder lists;
  private final RegistrarKeyRing ring;

  RegistrarFiles(Path folder, ElectionId election) {
    this.lists = new CodeFolder(folder);
    this.ring = new RegistrarKeyRing(folder.resolve(KEY_FILE), election);
  }

  CodeFolder lists() {
    return lists;
  }

  /**
   * Removes what an interrupted run left.
   *
   * @throws CommandException if codes wait that the service may have taken
   */
  void sweep() throws IOException, CommandException {
    lists.sweep();
    if (lists.hasNext()) {
      throw new CommandException(
          "codes were being replaced when a run was interrupted; finish that with: registrar"
              + " reissue");
    }
  }

  /**
   * The public key, of the key that is there or of a fresh one.
   *
   * @throws KeyFileException also if the key there is of another election
   */
  String key(PassphraseOption passphrase) throws KeyFileException {
    boolean known = ring.hasKey();
    char[] secret = known ? passphrase.ask() : passphrase.choose();
    try (SigningKey key = known ? ring.open(secret) : ring.create(secret, new SecureRandom())) {
      return key.verifyingKey().hex();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /**
   * The public key of the key that is there.
   *
   * @throws KeyFileException if there is none, or it is of another election
   */
  String ownKey(PassphraseOption passphrase) throws KeyFileException {
    char[] secret = passphrase.ask();
    try (SigningKey key = ring.open(secret)) {
      return key.verifyingKey().hex();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
