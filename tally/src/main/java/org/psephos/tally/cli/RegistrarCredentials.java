package org.psephos.tally.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.roll.CodeFolder;
import org.psephos.tally.roll.ElectoralRoll;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollException;
import org.psephos.tally.roll.RollReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns a voter list into codes and posts the public credentials. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description =
        "Make a code for each voter. The private list stays in --out; only the public list is"
            + " posted. Repeating it posts the list in --out again.")
final class RegistrarCredentials implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private AddressOption where;
  @Mixin private RollOption roll;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the lists and your key are kept; readable by you alone.")
  private Path out;

  @Option(
      names = "--check",
      description = "Only read the voter list and say what is wrong with it; needs no LINK.")
  private boolean check;

  @Option(names = "--json", description = "With --check: say it as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (check) {
      return check();
    }
    if (out == null) {
      throw new ParameterException(command.commandLine(), "Missing required option: '--out=DIR'");
    }
    ElectionAddress address = where.address();
    ServiceClient client = where.client(address);
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    if (status.isFrozen()) {
      throw new CommandException(
          "the definition is frozen: no list can be posted, and voters keep the codes they have");
    }
    ElectoralRoll voters = voters();
    ElectionId election = new ElectionId(address.uuid());
    RegistrarFiles files = new RegistrarFiles(out, election);
    files.sweep();
    String key = files.key(passphrase);
    try (PrivateList codes = codes(files.lists(), voters)) {
      CredentialList list = codes.publicList(election, status.group());
      files.lists().keepPublic(list.encode());
      System.out.println(Posting.of(client, address.uuid()).post(key, list).inWords());
    } catch (RollException e) {
      throw new CommandException(e.getMessage());
    }
    System.out.println(
        "The codes are in " + files.lists().privateList() + ". Keep that file secret.");
    return 0;
  }

  private int check() throws Exception {
    RollReport report = roll.review();
    if (json) {
      RollPrinter.printJson(report);
    } else {
      RollPrinter.print(report);
    }
    return report.roll().isPresent() ? 0 : Psephos.REFUSED;
  }

  private ElectoralRoll voters() throws CommandException {
    RollReport report = roll.review();
    return report.roll().orElseThrow(() -> new CommandException(report.inWords()));
  }

  private static PrivateList codes(CodeFolder lists, ElectoralRoll voters) throws Exception {
    if (!lists.hasCodes()) {
      PrivateList fresh = PrivateList.issue(voters, new SecureRandom());
      lists.keep(fresh);
      return fresh;
    }
    PrivateList kept = lists.codes();
    if (!kept.isFor(voters)) {
      kept.close();
      throw new CommandException(
          lists.privateList()
              + " holds codes that were made for another voter list. Give the list they were made"
              + " for, or an empty folder; some voters get new codes with: registrar reissue");
    }
    return kept;
  }
}
