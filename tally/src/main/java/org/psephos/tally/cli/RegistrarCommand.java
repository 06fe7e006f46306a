package org.psephos.tally.cli;

import picocli.CommandLine.Command;

/** What a registrar does. */
@Command(
    name = "registrar",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Make the voters' codes and confirm the set-up. The codes never touch the server.",
    subcommands = {RegistrarCredentials.class, RegistrarReissue.class, RegistrarReadyCommand.class})
final class RegistrarCommand {}
