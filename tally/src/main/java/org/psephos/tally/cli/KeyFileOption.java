package org.psephos.tally.cli;

import java.nio.file.Path;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.trustee.Owner;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.decryption.SeenSetup;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.keyring.TrusteeKeyRing;
import picocli.CommandLine.Option;

/** The key that a trustee made when joining. */
final class KeyFileOption {

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "Your key, as trustee join made it.")
  private Path path;

  Path path() {
    return path;
  }

  /** The key ring for an election that was checked. */
  TrusteeKeyRing ring(AuditedSetup setup) {
    ElectionId election = setup.election().uuid();
    return new TrusteeKeyRing(path, election, setup.election().group());
  }

  /**
   * The trustee whose key this is.
   *
   * @throws AuditException if the key has no part in the election
   */
  Owner owner(AuditedSetup setup) throws KeyFileException, AuditException {
    return setup
        .owner(ring(setup).publicKey())
        .orElseThrow(
            () -> new AuditException("your key in " + path + " is not among the trustees' keys"));
  }

  /**
   * Compares the board with what was seen at Setup, if that is remembered.
   *
   * @return whether it is
   * @throws AuditException if the board is another one
   */
  boolean requireSeen(AuditedSetup setup) throws KeyFileException, AuditException {
    var seen = SeenSetup.beside(path);
    if (seen.isPresent() && !seen.get().isKeptBy(setup)) {
      throw new AuditException(
          "this is not the election, or not the board, that you checked when you said ready: "
              + "its fingerprint was "
              + seen.get().fingerprint().base64());
    }
    return seen.isPresent();
  }
}
