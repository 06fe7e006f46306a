package org.psephos.verifier.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.checks.Verification;
import org.psephos.verifier.record.BoardInput;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.report.JsonReport;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.TextReport;
import org.psephos.verifier.report.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a published election and says so in words, in JSON and in the exit code. */
@Command(
    name = "psephos verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Checks every proof of a published election.",
    footer = {
      "",
      "Exit codes: 0 verified, 1 falsified, 2 unreadable or wrong usage, 3 incomplete.",
      "Only an address makes this program use the network, and then only that server."
    })
public final class Verify implements Callable<Integer> {

  @Parameters(
      paramLabel = "WHAT",
      description =
          "The address of an election page or of its board, or a bundle (a file or a directory).")
  private String what;

  @Option(
      names = "--expect-fingerprint",
      paramLabel = "F",
      description = "The announced fingerprint, 43 characters.")
  private String fingerprint;

  @Option(
      names = "--receipts",
      paramLabel = "DIR",
      description = "Checks every *.tlog-proof file in this directory against the board.")
  private Path receipts;

  @Option(
      names = "--since",
      paramLabel = "CHECKPOINT",
      description = "A checkpoint seen earlier: the board must still begin with what it covers.")
  private Path since;

  @Option(names = "--json", description = "Prints the verdict as one JSON object.")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads do the heavy work; all cores if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--allow-partial",
      description = "Exits with 0 and not 3 if the election is not over. The verdict stays.")
  private boolean allowPartial;

  @Spec private CommandSpec spec;

  private final OutputStream out;
  private final boolean isTerminal;

  private Verify(OutputStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** Runs the command and ends the Java machine with its exit code. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err, Terminal.isPresent()));
  }

  /**
   * Runs the command.
   *
   * @param isTerminal whether progress may be shown on {@code err}
   * @return the exit code
   */
  static int run(List<String> args, OutputStream out, OutputStream err, boolean isTerminal) {
    CommandLine command = new CommandLine(new Verify(out, isTerminal));
    command.setOut(utf8(out));
    command.setErr(utf8(err));
    return command.execute(args.toArray(String[]::new));
  }

  @Override
  public Integer call() {
    Inputs inputs = inputs();
    if (threads < 1) {
      throw wrong("--threads must be at least 1");
    }
    Verdict verdict = verdict(inputs);
    PrintWriter report = utf8(out);
    report.print(json ? JsonReport.of(verdict) + "\n" : TextReport.of(verdict));
    report.flush();
    Outcome outcome = verdict.outcome();
    return outcome == Outcome.INCOMPLETE && allowPartial ? 0 : outcome.exitCode();
  }

  /** Whatever goes wrong, there is a verdict, and it is not that the election is verified. */
  private Verdict verdict(Inputs inputs) {
    try (Progress progress = new Progress(spec.commandLine().getErr(), isTerminal);
        BoardInput input = Opening.of(what)) {
      return Verification.of(input, inputs, threads, progress);
    } catch (DecodingException e) {
      return Verdict.malformed(e);
    } catch (IOException e) {
      return Verdict.unreadable(Objects.toString(e.getMessage(), e.getClass().getSimpleName()));
    } catch (OutOfMemoryError e) {
      return Verdict.unreadable("The memory was not enough. Give Java more with -Xmx.");
    } catch (RuntimeException | StackOverflowError e) {
      e.printStackTrace(spec.commandLine().getErr());
      return Verdict.unreadable(
          "This program failed; no check is to blame. Please report it: " + e);
    }
  }

  private Inputs inputs() {
    try {
      return new Inputs(
          fingerprint == null ? Optional.empty() : Optional.of(Digest.fromBase64(fingerprint)),
          receipts == null ? List.of() : InputFiles.receipts(receipts),
          since == null ? Optional.empty() : Optional.of(InputFiles.read(since)));
    } catch (DecodingException e) {
      throw wrong("--expect-fingerprint must be " + e.expected());
    } catch (IOException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
