package org.psephos.api;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./psephos server}. */
@Command(
    name = "psephos server",
    mixinStandardHelpOptions = true,
    versionProvider = ServerArguments.Version.class,
    description = "Runs the service, with its own PostgreSQL unless psephos.database.url is set.",
    footer = {
      "",
      "Other settings: psephos.properties in the data directory; see docs/operate.",
      "Exit codes: 0 stopped on request, 1 could not start or run, 2 wrong usage."
    })
final class ServerArguments implements Runnable {

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}")
  private String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Data directory, made if need be. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "What voters type; fixed in each election when it starts."
              + " Default: psephos.public-url, else http://localhost:PORT")
  private String publicUrl;

  @Override
  public void run() {
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          new CommandLine(this), "--port must lie between 0 and 65535");
    }
  }

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  Path data() {
    return data;
  }

  String publicUrl() {
    return publicUrl;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Server.class.getPackage().getImplementationVersion();
      return new String[] {"psephos server " + (version == null ? "(not packaged)" : version)};
    }
  }
}
