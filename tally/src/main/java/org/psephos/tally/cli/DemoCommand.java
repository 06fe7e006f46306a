package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.demo.DemoException;
import org.psephos.tally.demo.Demonstration;
import org.psephos.tally.demo.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds an election on this machine and verifies it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Hold a whole election on this machine: every role is a process of its own that only talks"
            + " HTTP. Exit status 0 only if the verifier says verified.")
final class DemoCommand implements Callable<Integer> {

  /** Trustees refuse to open a sum of one ballot. */
  private static final int FEWEST_VOTERS = 2;

  private static final int MOST_VOTERS = 1000;
  private static final int MOST_TRUSTEES = 25;

  @Spec private CommandSpec command;

  @Option(
      names = "--group",
      defaultValue = "Ed25519",
      paramLabel = "NAME",
      description = "Ed25519, BELENIOS-2048 or RFC-3526-2048 (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(
      names = "--voters",
      defaultValue = "20",
      paramLabel = "N",
      description = "2 to 1000 (default: ${DEFAULT-VALUE}).")
  private int voters;

  @Option(
      names = "--trustees",
      defaultValue = "3",
      paramLabel = "N",
      description = "1 to 25 (default: ${DEFAULT-VALUE}).")
  private int trustees;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description =
          "How many trustees can decrypt, 1 to all of them; if all are needed, each holds a key"
              + " alone (default: more than half).")
  private Integer threshold;

  @Option(
      names = "--absent",
      paramLabel = "N",
      description = "How many trustees do not come to the tally (default: all who are not needed).")
  private Integer absent;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where bundle, archive and receipts go (default: a new temporary folder).")
  private Path out;

  @Option(
      names = "--keep",
      description = "Leave the service running, and print addresses to look at.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    check();
    Path folder = out == null ? Files.createTempDirectory("psephos-demo-") : out.toAbsolutePath();
    Files.createDirectories(folder);
    Path work = Files.createTempDirectory("psephos-demo-work-");
    Settings settings =
        new Settings(launcher(), group, voters, trustees, threshold(), absent(), folder, keep);
    Demonstration demonstration = new Demonstration(settings, work, System.out);
    Thread stop = new Thread(demonstration::stop, "psephos-demo-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    boolean good = false;
    try {
      good = demonstration.run();
      if (keep) {
        demonstration.invite();
        System.out.println("The service runs until you press Ctrl-C.");
        demonstration.keepUntilStopped();
      }
    } catch (DemoException e) {
      throw new CommandException(e.getMessage() + "\nWhat was printed is in " + work + "/logs.");
    } finally {
      demonstration.stop();
      if (good) {
        delete(work);
      }
    }
    return good ? 0 : Psephos.REFUSED;
  }

  private void check() throws IOException {
    if (!Groups.names().contains(group)) {
      throw wrong("--group is one of " + Groups.names());
    }
    if (voters < FEWEST_VOTERS || voters > MOST_VOTERS) {
      throw wrong("--voters is " + FEWEST_VOTERS + " to " + MOST_VOTERS);
    }
    if (trustees < 1 || trustees > MOST_TRUSTEES) {
      throw wrong("--trustees is 1 to " + MOST_TRUSTEES);
    }
    if (threshold() < 1 || threshold() > trustees) {
      throw wrong("--threshold is 1 to the number of trustees, " + trustees);
    }
    if (absent() < 0 || absent() > trustees - threshold()) {
      throw wrong(
          "--absent is 0 to "
              + (trustees - threshold())
              + ": with more of them absent nobody could open the sums");
    }
    if (out != null && Files.exists(out) && !isEmptyFolder(out)) {
      throw wrong("--out is an empty folder or a new one; " + out + " is neither");
    }
  }

  private int threshold() {
    return threshold == null ? trustees / 2 + 1 : threshold;
  }

  private int absent() {
    return absent == null ? trustees - threshold() : absent;
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private Path launcher() {
    String home = System.getProperty("psephos.home");
    if (home == null) {
      throw wrong("start the demonstration with ./psephos demo");
    }
    return Path.of(home, "psephos");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
