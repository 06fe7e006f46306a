package org.psephos.tally.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.keyring.TrusteeKeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a trustee's key and posts its public part. Repeating it posts the same key again. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description =
        "Make your key, keep it in an encrypted file, and post its public part. The file and its"
            + " passphrase are needed again after the election closes: keep both safe.")
final class TrusteeJoin implements Callable<Integer> {

  @Mixin private AddressOption where;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "Where your key is kept. An existing file is used, never replaced.")
  private Path keyFile;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    ServiceClient client = where.client(address);
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    TrusteeKeyRing ring =
        new TrusteeKeyRing(keyFile, new ElectionId(address.uuid()), status.group());
    boolean known = ring.hasKey();
    char[] secret = known ? passphrase.ask() : passphrase.choose();
    SecureRandom random = new SecureRandom();
    try (TrusteeKeyPair pair = known ? ring.open(secret) : ring.create(secret, random)) {
      TrusteeKey key = pair.prove(random);
      client.putJson(ElectionPaths.of(address.uuid(), "trustees"), key.encode());
      System.out.println("Your key is " + (known ? "in " : "new, in ") + keyFile + ".");
      System.out.println(
          "Its fingerprint is " + Digest.sha256(pair.publicKey().encode()).base64() + ".");
    } finally {
      Arrays.fill(secret, '\0');
    }
    return 0;
  }
}
