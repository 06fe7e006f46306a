package org.psephos.tally.cli;

import picocli.CommandLine.Command;

/** What a registrar does. */
@Command(
    name = "registrar",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Make the voters' codes, confirm the set-up and print the letters. The codes never touch the"
            + " server.",
    subcommands = {
      RegistrarCredentials.class,
      RegistrarReissue.class,
      RegistrarReadyCommand.class,
      RegistrarLetters.class,
      RegistrarProtocol.class
    })
final class RegistrarCommand {}
