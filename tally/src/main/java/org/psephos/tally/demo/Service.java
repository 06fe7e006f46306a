package org.psephos.tally.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;

/**
 * The service of the demonstration, started on a free port.
 *
 * @param address where it answers
 * @param data its data directory
 * @param process the running server
 */
record Service(URI address, Path data, Process process) {

  private static final int TRIES = 240;
  private static final long PAUSE_MILLIS = 500;

  static Service start(Launcher launcher, Path data) throws DemoException, InterruptedException {
    int port = freePort();
    Process process =
        launcher.keepRunning("server", "--port", Integer.toString(port), "--data", data.toString());
    URI address = URI.create("http://localhost:" + port);
    ServiceClient client = new ServiceClient(address, Optional.empty());
    for (int i = 0; i < TRIES; i++) {
      if (!process.isAlive()) {
        throw new DemoException("the service did not start:\n" + launcher.printed("server"));
      }
      if (isReady(client)) {
        return new Service(address, data, process);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new DemoException("the service does not become ready:\n" + launcher.printed("server"));
  }

  /** The official's token. */
  Path tokenFile() {
    return data.resolve("official.token");
  }

  /** The password that lets the official in once. */
  Path firstPassword() {
    return data.resolve("official.password");
  }

  private static boolean isReady(ServiceClient client) throws InterruptedException {
    try {
      return client.get("/q/health/ready").status() == 200;
    } catch (ServiceException e) {
      return false;
    }
  }

  private static int freePort() throws DemoException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DemoException("no free port", e);
    }
  }
}
