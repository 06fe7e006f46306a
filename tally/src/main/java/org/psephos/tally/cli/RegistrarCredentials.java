package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.keyring.RegistrarKeyRing;
import org.psephos.tally.roll.ElectoralRoll;
import org.psephos.tally.roll.Issue;
import org.psephos.tally.roll.RollException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a voter list into codes and posts the public credentials. */
@Command(
    name = "credentials",
    mixinStandardHelpOptions = true,
    description =
        "Make a code for each voter. The private list stays in --out; only the public list is"
            + " posted. Repeating it posts the list in --out again.")
final class RegistrarCredentials implements Callable<Integer> {

  static final String PUBLIC_LIST = "public-credentials.json";
  static final String PRIVATE_LIST = "codes.csv";
  static final String KEY_FILE = "registrar.key";

  @Mixin private AddressOption where;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--voters",
      required = true,
      paramLabel = "FILE",
      description = "The voter list: CSV in UTF-8, a line each, login or login,weight.")
  private Path voters;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the lists and your key are kept; readable by you alone.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    ServiceClient client = where.client(address);
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    ElectionId election = new ElectionId(address.uuid());
    byte[] list = publicList(status, election);
    String key = registrarKey(election);
    client.putJson(ElectionPaths.of(address.uuid(), "credentials") + "?registrar=" + key, list);
    int count = CredentialList.decode(list, status.group()).size();
    System.out.println(count + " public credentials are posted.");
    System.out.println(
        "The codes are in " + out.resolve(PRIVATE_LIST) + ". Keep that file secret.");
    return 0;
  }

  private byte[] publicList(ElectionStatus status, ElectionId election)
      throws IOException, CommandException {
    Path file = out.resolve(PUBLIC_LIST);
    if (Files.exists(file)) {
      return Files.readAllBytes(file);
    }
    try (Issue issue = Issue.to(roll(), election, status.group(), new SecureRandom())) {
      byte[] secret = issue.privateList();
      byte[] list = issue.publicList().encode();
      // The private list first: a public list without it would lock every voter out. A private list
      // alone is the rest of an interrupted run; nothing of it was ever posted.
      Files.deleteIfExists(out.resolve(PRIVATE_LIST));
      PrivateFile.writeNew(out.resolve(PRIVATE_LIST), secret);
      PrivateFile.writeNew(file, list);
      Arrays.fill(secret, (byte) 0);
      return list;
    }
  }

  private ElectoralRoll roll() throws IOException, CommandException {
    try {
      return ElectoralRoll.read(Files.readAllBytes(voters));
    } catch (RollException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private String registrarKey(ElectionId election) throws Exception {
    RegistrarKeyRing ring = new RegistrarKeyRing(out.resolve(KEY_FILE), election);
    boolean known = ring.hasKey();
    char[] secret = known ? passphrase.ask() : passphrase.choose();
    try (SigningKey key = known ? ring.open(secret) : ring.create(secret, new SecureRandom())) {
      return key.verifyingKey().hex();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
