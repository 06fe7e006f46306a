package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.psephos.board.order.Phase;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.audit.AuditedSetup;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.keyring.RegistrarKeyRing;
import org.psephos.tally.roll.CodeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks Setup, and says that it holds the very list that this registrar made. */
@Command(
    name = "ready",
    mixinStandardHelpOptions = true,
    description =
        "Check the frozen definition and that it holds your list of credentials, byte for byte;"
            + " then say so on the board.")
final class RegistrarReadyCommand implements Callable<Integer> {

  @Mixin private AddressOption where;
  @Mixin private PassphraseOption passphrase;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The folder that registrar credentials wrote.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address = where.address();
    Digest list = ownList();
    AuditedSetup setup = BoardAudit.of(address.board(), address.uuid()).setup();
    if (!setup.data().credentials().equals(list)) {
      throw new AuditException("Setup holds another list of credentials than " + folder);
    }
    new SetupReport(setup).print(0);
    if (setup.board().state().registrarReady()) {
      System.out.println("You have said before that you are ready; it is on the board.");
      return 0;
    }
    if (setup.board().state().phase() != Phase.READY) {
      throw new CommandException("it is too late to say ready: the election has moved on");
    }
    byte[] statement = statement(setup);
    where.client(address).postJson(ElectionPaths.of(address.uuid(), "ready"), statement);
    System.out.println("Your list is in place. The service knows: you are ready.");
    return 0;
  }

  private Digest ownList() throws CommandException {
    Path file = folder.resolve(CodeFolder.PUBLIC_LIST);
    try {
      return Digest.sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CommandException("there is no readable list " + file);
    }
  }

  private byte[] statement(AuditedSetup setup) throws Exception {
    long size = setup.board().size();
    ReadyContext context =
        new ReadyContext(
            setup.election().group(), setup.fingerprint(), size, setup.board().root(size));
    RegistrarKeyRing ring =
        new RegistrarKeyRing(folder.resolve(RegistrarFiles.KEY_FILE), setup.election().uuid());
    char[] secret = passphrase.ask();
    try (SigningKey key = ring.open(secret)) {
      if (!key.verifyingKey().hex().equals(setup.manifest().registrar().hex())) {
        throw new AuditException("the manifest pins another registrar's key than yours");
      }
      return RegistrarReady.sign(context, key).encode().toByteArray();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
