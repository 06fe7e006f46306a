package org.psephos.tally.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.psephos.crypto.codec.Printable;
import org.psephos.tally.definition.Definition;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the definition of an election from a file and says what is wrong with it. */
final class DefinitionFile {

  private static final int MOST_LINES = 100;

  private DefinitionFile() {}

  /**
   * Prints the warnings.
   *
   * @throws CommandException with all problems, one a line, if there is one
   */
  static Definition read(CommandSpec command, Path file) throws CommandException {
    Definition definition =
        Definition.read(bytes(command, file), Clock.systemUTC().instant().getEpochSecond());
    if (!definition.problems().isEmpty()) {
      throw new CommandException(problems(file, definition.problems()));
    }
    definition
        .warnings()
        .forEach(warning -> System.err.println("warning: " + Printable.escape(warning)));
    return definition;
  }

  private static String problems(Path file, List<String> problems) {
    int count = problems.size();
    StringBuilder text = new StringBuilder();
    text.append(file).append(": ").append(count).append(count == 1 ? " problem" : " problems");
    problems.stream().limit(MOST_LINES).forEach(problem -> text.append("\n").append(line(problem)));
    if (count > MOST_LINES) {
      text.append("\nand ").append(count - MOST_LINES).append(" more");
    }
    return text.toString();
  }

  private static String line(String problem) {
    return Printable.escape(problem);
  }

  private static byte[] bytes(CommandSpec command, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Definition.LIMITS.bytes() + 1);
    } catch (IOException e) {
      throw new ParameterException(command.commandLine(), "cannot read " + file);
    }
  }
}
