package org.psephos.tally.cli;

import java.io.Console;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.AuditedTally;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import org.psephos.tally.decryption.DecryptionFile;
import org.psephos.tally.decryption.TrusteeDecryption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the whole board, then decrypts the sums, once. */
@Command(
    name = "decrypt",
    mixinStandardHelpOptions = true,
    description =
        "Check the whole board, recompute the sums and decrypt them, once. Repeating it sends the"
            + " same decryption again.")
final class TrusteeDecrypt implements Callable<Integer> {

  @Mixin private AddressOption where;
  @Mixin private KeyFileOption key;
  @Mixin private PassphraseOption passphrase;

  @Option(names = "--yes", description = "Do not ask before the key is used.")
  private boolean yes;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    BoardAudit audit = BoardAudit.of(address.board(), address.uuid());
    AuditedSetup setup = audit.setup();
    Owner owner = key.owner(setup);
    if (!key.requireSeen(setup)) {
      System.out.println(
          "What you saw when you said ready is not on this machine; it was compared");
      System.out.println("with your own statement on the board instead.");
    }
    if (audit.board().state().decrypted().contains(owner.number())) {
      System.out.println("Your decryption is on the board. There is nothing more to do.");
      return 0;
    }
    AuditedTally tally = audit.tally(setup, new ProgressLine());
    send(decryption(tally, owner), address);
    return 0;
  }

  /** The decryption that was made before, or the first one. */
  private TrusteeDecryption decryption(AuditedTally tally, Owner owner) throws Exception {
    DecryptionFile file = DecryptionFile.beside(key.path());
    Optional<TrusteeDecryption> before = file.read();
    if (before.isPresent()) {
      if (!before.get().isOf(tally)) {
        throw new AuditException(
            "your key has decrypted other sums before (see " + file + "); it does so only once");
      }
      System.out.println("The decryption that was made before is sent again.");
      return before.get();
    }
    explain(tally);
    if (!yes) {
      confirm();
    }
    TrusteeDecryption made = decrypt(tally, owner);
    file.keep(made);
    return made;
  }

  private TrusteeDecryption decrypt(AuditedTally tally, Owner owner) throws Exception {
    char[] secret = passphrase.ask();
    try (TrusteeKeyPair pair = key.ring(tally.setup()).open(secret)) {
      return TrusteeDecryption.make(tally, owner, pair, new SecureRandom());
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static void explain(AuditedTally tally) {
    String name = Printable.escape(tally.setup().election().texts().name());
    System.out.println("The whole board of \"" + name + "\" was checked, with every ballot on it.");
    System.out.println("fingerprint: " + tally.setup().fingerprint().base64());
    System.out.println(
        "Your key will open the sum of "
            + tally.sized().ballots()
            + " ballots with "
            + tally.sized().weight()
            + " votes, and no single ballot.");
  }

  // Newer Java versions always have a console; without a terminal it reads null, as handled here.
  @SuppressWarnings("SystemConsoleNull")
  private static void confirm() throws CommandException {
    Console console = System.console();
    String answer = console == null ? null : console.readLine("Type yes to open it: ");
    if (answer == null) {
      throw new CommandException("there is no terminal to ask; repeat with --yes if you agree");
    }
    if (!answer.strip().equals("yes")) {
      throw new CommandException("not decrypted; your key was not used");
    }
  }

  private void send(TrusteeDecryption decryption, ElectionAddress address) throws Exception {
    Reply reply =
        where
            .client(address)
            .postJson(ElectionPaths.of(address.uuid(), "partial-decryptions"), decryption.body());
    System.out.println(
        "The service confirms (status " + reply.status() + ") that it has your decryption.");
  }
}
