package org.psephos.tally.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.psephos.tally.definition.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at a definition without sending it anywhere. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Check the definition of an election without sending it: all problems at once, and what is"
            + " allowed and yet likely to be regretted.")
final class OfficialValidate implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "FILE",
      description = "The definition in JSON or YAML (docs/api/openapi.yaml, schema Draft).")
  private Path file;

  @Override
  public Integer call() throws CommandException {
    Definition definition = DefinitionFile.read(command, file);
    int warnings = definition.warnings().size();
    System.out.println(
        file
            + ": the service will take it"
            + (warnings == 0 ? "." : "; " + warnings + " warning" + (warnings == 1 ? "." : "s.")));
    return 0;
  }
}
