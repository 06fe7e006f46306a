package org.psephos.verifier.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Verify.class.getPackage().getImplementationVersion();
    return new String[] {"psephos verify " + (version == null ? "(not packaged)" : version)};
  }
}
