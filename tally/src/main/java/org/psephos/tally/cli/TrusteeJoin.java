package org.psephos.tally.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.ceremony.CeremonyMember;
import org.psephos.tally.ceremony.Membership;
import org.psephos.tally.client.CeremonyClient;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.keyring.CeremonyFile;
import org.psephos.tally.keyring.KeyLock;
import org.psephos.tally.keyring.TrusteeKeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Makes a trustee's key: alone, or together with the others of a threshold group. Repeating it goes
 * on where it stopped and sends the same again.
 */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description =
        "Make your key, keep it in an encrypted file, and post its public part. In a group of which"
            + " some can decrypt, take part in the ceremony until the key is complete. The file and"
            + " its passphrase are needed again after the election closes: keep both safe.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the key is made",
      "1:stopped, because something is wrong, or an attempt has ended",
      "2:wrong usage",
      "3:not finished; repeat the command to go on"
    })
final class TrusteeJoin implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private AddressOption where;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "Where your key is kept. An existing file is used, never replaced.")
  private Path keyFile;

  @Option(
      names = "--expect",
      paramLabel = "T/N",
      description = "Go on only if T of N trustees can decrypt, as you agreed: for example 2/3.")
  private String expected;

  @Option(
      names = "--next-attempt",
      description = "Begin another attempt if the last one has ended.")
  private boolean nextAttempt;

  @Option(
      names = "--patience",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "How long to wait for the others (default: ${DEFAULT-VALUE}).")
  private int patience;

  @Override
  public Integer call() throws Exception {
    if (patience < 0) {
      throw new ParameterException(command.commandLine(), "--patience is a number of minutes");
    }
    ElectionAddress address = where.address();
    ServiceClient client = where.client(address);
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    CeremonyClient mailbox = new CeremonyClient(client, address.uuid());
    Optional<Membership> membership = mailbox.membership(status.group());
    requireExpected(membership);
    return KeyLock.holding(
        keyFile,
        () ->
            membership.isPresent()
                ? together(address, mailbox, membership.get(), names(status))
                : alone(client, status));
  }

  private void requireExpected(Optional<Membership> membership) throws CommandException {
    String found =
        membership.map(group -> group.threshold() + "/" + group.size()).orElse("a key alone");
    if (expected != null && !expected.equals(found)) {
      throw new CommandException(
          "you expect " + expected + ", but the election has " + found + " for you");
    }
  }

  private static List<String> names(ElectionStatus status) throws CommandException {
    try {
      return JsonFields.of(status.raw())
          .list("trustees", trustee -> JsonFields.of(trustee).text("name"));
    } catch (DecodingException e) {
      throw new CommandException("the service's status makes no sense: " + e.getMessage());
    }
  }

  private int together(
      ElectionAddress address, CeremonyClient mailbox, Membership group, List<String> trustees)
      throws Exception {
    boolean begun =
        CeremonyFile.beside(keyFile, group.election()).exists()
            || new TrusteeKeyRing(keyFile, group.election(), group.group()).hasKey();
    char[] secret = begun ? passphrase.ask() : passphrase.choose();
    try {
      int first = Math.max(0, trustees.size() - group.size());
      CeremonyTalk talk =
          new CeremonyTalk(group, trustees.subList(first, trustees.size()), System.out);
      talk.welcome();
      CeremonyMember member = new CeremonyMember(group, keyFile, secret, new SecureRandom());
      Duration wait = Duration.ofMinutes(patience);
      return new CeremonyRun(address, group, member, mailbox, talk, nextAttempt, wait).run();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private int alone(ServiceClient client, ElectionStatus status) throws Exception {
    TrusteeKeyRing ring =
        new TrusteeKeyRing(keyFile, new ElectionId(status.uuid()), status.group());
    boolean known = ring.hasKey();
    char[] secret = known ? passphrase.ask() : passphrase.choose();
    SecureRandom random = new SecureRandom();
    try (TrusteeKeyPair pair = known ? ring.open(secret) : ring.create(secret, random)) {
      TrusteeKey key = pair.prove(random);
      client.putJson(ElectionPaths.of(status.uuid(), "trustees"), key.encode());
      System.out.println("Your key is " + (known ? "in " : "new, in ") + keyFile + ".");
      System.out.println(
          "Its fingerprint is " + Digest.sha256(pair.publicKey().encode()).base64() + ".");
    } finally {
      Arrays.fill(secret, '\0');
    }
    return 0;
  }
}
