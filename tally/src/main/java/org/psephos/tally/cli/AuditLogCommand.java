package org.psephos.tally.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.auditlog.ChainCheck;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What administrators did: fetching the log, and checking that nothing in it was changed. */
@Command(
    name = "audit-log",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Fetch and check the log of administrative acts.")
final class AuditLogCommand {

  private static final String PATH = "/api/v1/audit-log";

  @Spec private CommandSpec command;

  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description = "Download the log, with the operator's token.")
  int fetch(
      @Mixin ServiceOption service,
      @Mixin TokenOption token,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
          Path out)
      throws ServiceException, InterruptedException {
    new ServiceClient(service.address(), Optional.of(token.token())).download(PATH, out);
    System.out.println("log: " + out);
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Check that every entry names the one before it, and show the head to note for later.",
      footer = {"", "Exit codes: 0 whole, 1 broken, 2 wrong usage."})
  int verify(
      @Parameters(paramLabel = "FILE", description = "The log, as it was downloaded.") Path file,
      @Option(
              names = "--expect-head",
              paramLabel = "HASH",
              description = "A head that was noted earlier, which must still be in the chain.")
          String earlier)
      throws CommandException {
    ChainCheck.Verdict verdict = check(file, Optional.ofNullable(earlier));
    if (verdict instanceof ChainCheck.Broken broken) {
      throw new CommandException(
          "line "
              + broken.line()
              + " is wrong: expected "
              + broken.expected()
              + ", found "
              + broken.found());
    }
    ChainCheck.Whole whole = (ChainCheck.Whole) verdict;
    System.out.println("The log is whole.");
    System.out.println("entries: " + whole.entries());
    System.out.println("head: " + whole.head().hex());
    return 0;
  }

  private ChainCheck.Verdict check(Path file, Optional<String> earlier) {
    try (InputStream log = Files.newInputStream(file)) {
      Optional<Digest> head =
          earlier.isPresent() ? Optional.of(Digest.fromHex(earlier.get())) : Optional.empty();
      return ChainCheck.check(log, head);
    } catch (DecodingException e) {
      throw new ParameterException(
          command.commandLine(), "--expect-head: expected 64 hexadecimal digits");
    } catch (IOException e) {
      throw new ParameterException(command.commandLine(), "cannot read " + file);
    }
  }
}
