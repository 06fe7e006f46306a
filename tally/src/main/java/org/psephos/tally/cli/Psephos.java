package org.psephos.tally.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.psephos.board.remote.NetworkException;
import org.psephos.crypto.codec.Printable;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.client.ServiceException;
import org.psephos.tally.keyring.KeyFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of everyone but the server and the verifier. */
@Command(
    name = "psephos",
    mixinStandardHelpOptions = true,
    versionProvider = Psephos.Version.class,
    description = "Secret ballots that anyone can check.",
    subcommands = {
      DemoCommand.class,
      OfficialCommand.class,
      RegistrarCommand.class,
      SimulateCommand.class,
      TrusteeCommand.class,
      VoteCommand.class
    })
public final class Psephos implements Runnable {

  /** What a command's exit status means beside 0, done, and 2, wrong usage. */
  static final int REFUSED = 1;

  static final int UNREACHABLE = 3;

  private static final String PREFIX = "psephos: ";

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    return new CommandLine(new Psephos()).setExecutionExceptionHandler(Psephos::explain);
  }

  /** Says what went wrong in one sentence; only our own bugs show a trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof NetworkException broken) {
      complain(broken.getMessage());
      return broken.isUnreachable() ? UNREACHABLE : REFUSED;
    }
    if (failure instanceof ServiceException refused) {
      complain(refused.getMessage());
      return refused.status() == ServiceException.UNREACHABLE ? UNREACHABLE : REFUSED;
    }
    if (failure instanceof AuditException) {
      complain(failure.getMessage());
      complain("The board is not as it must be. Nothing was done; tell the other trustees.");
      return REFUSED;
    }
    if (failure instanceof KeyFileException || failure instanceof CommandException) {
      complain(failure.getMessage());
      return REFUSED;
    }
    throw failure;
  }

  /** The messages may hold what a service said, or a command that the demonstration ran. */
  private static void complain(String message) {
    message.lines().map(Psephos::prefixed).forEach(System.err::println);
  }

  private static String prefixed(String line) {
    String shown = Printable.escape(line);
    return shown.startsWith(PREFIX) ? shown : PREFIX + shown;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(new CommandLine(this), "Missing command");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Psephos.class.getPackage().getImplementationVersion();
      return new String[] {"psephos " + (version == null ? "(not packaged)" : version)};
    }
  }
}
