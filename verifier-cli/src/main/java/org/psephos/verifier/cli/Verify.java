package org.psephos.verifier.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the verifier. */
@Command(
    name = "psephos verify",
    mixinStandardHelpOptions = true,
    versionProvider = Verify.Version.class,
    description = "Checks every proof of a published election.")
public final class Verify implements Runnable {

  public static void main(String[] args) {
    System.exit(new CommandLine(new Verify()).execute(args));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(new CommandLine(this), "Missing: what to verify");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Verify.class.getPackage().getImplementationVersion();
      return new String[] {"psephos verify " + (version == null ? "(not packaged)" : version)};
    }
  }
}
