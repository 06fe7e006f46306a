package org.psephos.tally.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of everyone but the server and the verifier. */
@Command(
    name = "psephos",
    mixinStandardHelpOptions = true,
    versionProvider = Psephos.Version.class,
    description = "Secret ballots that anyone can check.")
public final class Psephos implements Runnable {

  public static void main(String[] args) {
    System.exit(new CommandLine(new Psephos()).execute(args));
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
