package org.psephos.tally.cli;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import org.psephos.tally.decryption.DrillAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows that a trustee's key and passphrase still work, without decrypting anything secret. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description =
        "Show that your key file and passphrase still work. What is decrypted is computed here from"
            + " the fingerprint and tells nobody anything; no ballot is touched.")
final class TrusteeDrill implements Callable<Integer> {

  @Mixin private AddressOption where;
  @Mixin private KeyFileOption key;
  @Mixin private PassphraseOption passphrase;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    AuditedSetup setup = BoardAudit.of(address.board(), address.uuid()).setup();
    Owner owner = key.owner(setup);
    key.requireSeen(setup);
    byte[] answer = answer(setup, owner);
    System.out.println("Your key opens and works.");
    Reply reply =
        where.client(address).postJson(ElectionPaths.of(address.uuid(), "drills"), answer);
    System.out.println(
        "The service confirms (status "
            + reply.status()
            + ") that trustee "
            + owner.number()
            + " has done the drill.");
    return 0;
  }

  private byte[] answer(AuditedSetup setup, Owner owner) throws Exception {
    char[] secret = passphrase.ask();
    try (TrusteeKeyPair pair = key.ring(setup).open(secret)) {
      return DrillAnswer.make(setup, owner, pair, new SecureRandom());
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
