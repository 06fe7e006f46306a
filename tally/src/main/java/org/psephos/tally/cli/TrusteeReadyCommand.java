package org.psephos.tally.cli;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.psephos.board.order.Phase;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.decryption.SeenSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks Setup, remembers it, and says that the trustee is ready. */
@Command(
    name = "ready",
    mixinStandardHelpOptions = true,
    description =
        "Check the frozen definition and that your key is in it; then say so on the board. What was"
            + " seen is remembered beside the key file.")
final class TrusteeReadyCommand implements Callable<Integer> {

  @Mixin private AddressOption where;
  @Mixin private KeyFileOption key;
  @Mixin private PassphraseOption passphrase;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    AuditedSetup setup = BoardAudit.of(address.board(), address.uuid()).setup();
    Owner owner = key.owner(setup);
    boolean remembered = key.requireSeen(setup);
    new SetupReport(setup).print(owner.number());
    if (setup.board().state().ready().contains(owner.number())) {
      System.out.println("You have said before that you are ready; it is on the board.");
      return 0;
    }
    if (setup.board().state().phase() != Phase.READY) {
      throw new CommandException("it is too late to say ready: the election has moved on");
    }
    if (!remembered) {
      SeenSetup.of(setup).keepBeside(key.path());
    }
    byte[] statement = statement(setup, owner);
    where.client(address).postJson(ElectionPaths.of(address.uuid(), "ready"), statement);
    System.out.println("You are trustee " + owner.number() + ". The service knows: you are ready.");
    return 0;
  }

  private byte[] statement(AuditedSetup setup, Owner owner) throws Exception {
    SeenSetup seen = SeenSetup.beside(key.path()).orElseThrow();
    ReadyContext context =
        new ReadyContext(setup.election().group(), setup.fingerprint(), seen.size(), seen.root());
    char[] secret = passphrase.ask();
    try (TrusteeKeyPair pair = key.ring(setup).open(secret)) {
      return TrusteeReady.prove(context, owner.number(), pair.secret(), new SecureRandom())
          .encode()
          .toByteArray();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
