package org.psephos.tally.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.simulation.Plan;
import org.psephos.tally.simulation.SimulatedElection;
import org.psephos.tally.simulation.Simulation;
import org.psephos.tally.simulation.SimulationProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the record of an election in which nobody voted. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Make a complete synthetic election: its bundle and its .bel archive.",
      "Each run has fresh keys and other ballots. For trying and measuring verifiers."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(
      names = "--ballots",
      required = true,
      paramLabel = "N",
      description = "How many ballots are cast, 1 to 1000000.")
  private int ballots;

  @Option(
      names = "--group",
      defaultValue = "Ed25519",
      paramLabel = "NAME",
      description = "Ed25519, BELENIOS-2048 or RFC-3526-2048 (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(
      names = "--answers",
      defaultValue = "5",
      paramLabel = "K",
      description =
          "Answers of the one question, 1 to 200, at most one of them chosen (default:"
              + " ${DEFAULT-VALUE}).")
  private int answers;

  @Option(
      names = "--revotes",
      defaultValue = "5",
      paramLabel = "PERCENT",
      description = "Ballots that replace an earlier one, 0 to 90 (default: ${DEFAULT-VALUE}).")
  private int revotes;

  @Option(
      names = "--trustees",
      defaultValue = "3",
      paramLabel = "N",
      description = "1 to 25 (default: ${DEFAULT-VALUE}).")
  private int trustees;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "How many of the trustees are enough, as a group (default: all are needed).")
  private Integer threshold;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where election.bundle.tar and <uuid>.bel go; must hold no election yet.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Plan plan = plan();
    if (Files.exists(out.resolve(Simulation.BUNDLE))) {
      throw new CommandException(
          out.resolve(Simulation.BUNDLE) + " is there already; choose another folder.");
    }
    print(new Simulation(plan, progress()).run(out));
    return 0;
  }

  private Plan plan() {
    try {
      Group named = Groups.named(group);
      return new Plan(
          named,
          ballots,
          answers,
          revotes,
          trustees,
          threshold == null ? OptionalInt.empty() : OptionalInt.of(threshold));
    } catch (DecodingException e) {
      throw new ParameterException(
          command.commandLine(), "--group must be one of " + Groups.names());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--" + e.getMessage());
    }
  }

  // Newer Java versions always have a console, and then the line may also go to a file.
  @SuppressWarnings("SystemConsoleNull")
  private static SimulationProgress progress() {
    if (System.console() == null) {
      return (cast, all) -> {};
    }
    return (cast, all) -> {
      System.err.print("\rcast " + cast + " of " + all + " ballots" + (cast == all ? "\n" : ""));
      System.err.flush();
    };
  }

  private static void print(SimulatedElection election) {
    System.out.println("uuid: " + election.uuid());
    System.out.println("fingerprint: " + election.fingerprint().base64());
    System.out.println("counted: " + election.counted());
    System.out.println("result: " + election.counts());
    System.out.println("bundle: " + election.bundle());
    System.out.println("archive: " + election.archive());
  }
}
