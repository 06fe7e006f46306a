package org.psephos.tally.cli;

import picocli.CommandLine.Command;

/** What a trustee does. */
@Command(
    name = "trustee",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Make a key, confirm the set-up, show that the key works, decrypt the sum.",
    subcommands = {
      TrusteeJoin.class,
      TrusteeReadyCommand.class,
      TrusteeDrill.class,
      TrusteeDecrypt.class
    })
final class TrusteeCommand {}
