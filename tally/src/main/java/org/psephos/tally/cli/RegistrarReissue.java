package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import org.psephos.tally.roll.CodeFolder;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replaces the codes of some voters, which is possible before Setup only. */
@Command(
    name = "reissue",
    mixinStandardHelpOptions = true,
    description =
        "Make new codes for some voters, before the definition is frozen. Their old codes stop"
            + " working, and the board says how many were replaced. Later a voter can only be sent"
            + " the same code again: registrar letters --login.")
final class RegistrarReissue implements Callable<Integer> {

  private static final long LARGEST = 1 << 24;
  private static final int REFUSED_BY_SERVICE = 4;

  @Spec private CommandSpec command;
  @Mixin private AddressOption where;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The folder that registrar credentials wrote.")
  private Path folder;

  @Option(
      names = "--login",
      paramLabel = "LOGIN",
      description = "A voter who gets a new code; may be repeated.")
  private List<String> logins = List.of();

  @Option(
      names = "--logins-file",
      paramLabel = "FILE",
      description = "Voters who get new codes, one login on each line, in UTF-8.")
  private Path loginsFile;

  private ElectionAddress address;
  private ServiceClient client;
  private CodeFolder lists;
  private String key;

  @Override
  public Integer call() throws Exception {
    address = where.address();
    client = where.client(address);
    RegistrarFiles files = new RegistrarFiles(folder, new ElectionId(address.uuid()));
    lists = files.lists();
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    try {
      lists.sweep();
      if (status.isFrozen()) {
        settle(status.group());
        throw new CommandException(
            "the definition is frozen: every voter keeps the code of the list on the board. A"
                + " lost letter can be printed again with: registrar letters --login");
      }
      key = files.ownKey(passphrase);
      if (lists.hasNext()) {
        return takeUpAgain(status.group());
      }
      return reissue(wanted(), status.group());
    } catch (RollException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private int reissue(List<String> voters, Group group) throws Exception {
    if (!lists.hasCodes()) {
      throw new CommandException("there are no codes in " + folder + " that could be replaced");
    }
    try (PrivateList codes = lists.codes();
        PrivateList next = codes.reissue(voters, new SecureRandom())) {
      lists.prepare(next);
      CredentialList list = publicList(next, group);
      try {
        post(list);
      } catch (ServiceException e) {
        if (e.status() / 100 == REFUSED_BY_SERVICE && !e.mayRetry()) {
          lists.drop();
        }
        throw e;
      }
      lists.promote(list.encode());
    }
    return 0;
  }

  /** The service may or may not have taken the codes; posting the same list again tells. */
  private int takeUpAgain(Group group) throws Exception {
    try (PrivateList next = lists.next()) {
      CredentialList list = publicList(next, group);
      post(list);
      lists.promote(list.encode());
    }
    System.out.println(
        "This finished a run that was interrupted. If you want further codes replaced, repeat the"
            + " command.");
    return 0;
  }

  /** After Setup the board says whether the codes that wait were taken. */
  private void settle(Group group) throws Exception {
    if (!lists.hasNext()) {
      return;
    }
    AuditedSetup setup = BoardAudit.of(address.board(), address.uuid()).setup();
    try (PrivateList next = lists.next()) {
      CredentialList list = publicList(next, group);
      if (list.digest().equals(setup.data().credentials())) {
        lists.promote(list.encode());
      } else {
        lists.drop();
      }
    }
  }

  private CredentialList publicList(PrivateList codes, Group group) {
    return codes.publicList(new ElectionId(address.uuid()), group);
  }

  private void post(CredentialList list) throws ServiceException, InterruptedException {
    System.out.println(Posting.of(client, address.uuid()).post(key, list).inWords());
  }

  private List<String> wanted() throws CommandException {
    List<String> voters = new ArrayList<>(logins);
    if (loginsFile != null) {
      voters.addAll(lines());
    }
    if (voters.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "name at least one voter with --login or --logins-file");
    }
    return voters;
  }

  private List<String> lines() throws CommandException {
    try {
      if (Files.size(loginsFile) > LARGEST) {
        throw new CommandException(loginsFile + " is too large for a list of logins");
      }
      String text = Utf8.decode(Files.readAllBytes(loginsFile));
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new CommandException("there is no readable list of logins " + loginsFile);
    } catch (DecodingException e) {
      throw new CommandException(loginsFile + " is not UTF-8 text");
    }
  }
}
