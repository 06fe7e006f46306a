package org.psephos.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The service as it is delivered, in a process of its own, on one data directory. */
final class PackagedServer implements Closeable {

  private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final int TRIES = 600;
  private static final long PAUSE_MILLIS = 250;
  private static final long GENTLE_SECONDS = 60;

  private final Path data;
  private final Path log;
  private final int port;
  private Process process;

  PackagedServer(Path folder) throws IOException {
    this.data = folder.resolve("data");
    this.log = folder.resolve("server.log");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  /** Starts it and waits until it is ready. */
  void start() throws Exception {
    process = launch(port, log);
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      if (isReady()) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("the service does not become ready:\n" + Files.readString(log));
  }

  /**
   * Starts another server on the same data directory and waits until it ends.
   *
   * @return its exit code
   */
  int startAnother(Path output) throws Exception {
    Process other = launch(0, output);
    assertThat(other.waitFor(GENTLE_SECONDS, TimeUnit.SECONDS)).as("it gives up").isTrue();
    return other.exitValue();
  }

  private Process launch(int onPort, Path output) throws IOException {
    assertThat(APPLICATION).as("mvn package makes it").exists();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-jar",
            APPLICATION.toString(),
            "--port",
            Integer.toString(onPort),
            "--data",
            data.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String officialToken() throws IOException {
    return Files.readString(data.resolve("official.token")).strip();
  }

  /** SIGKILL to the Java machine. */
  void killService() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(GENTLE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** The PostgreSQL that runs on the data directory. */
  ProcessHandle database() throws IOException {
    Path pidFile = data.resolve(Path.of("postgres", "data", "postmaster.pid"));
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** What it printed so far. */
  String output() throws IOException {
    return Files.readString(log);
  }

  /** SIGKILL to PostgreSQL; the service must bear it until it is asked to end. */
  void killDatabase() throws Exception {
    ProcessHandle postmaster = database();
    assertThat(postmaster.destroyForcibly()).isTrue();
    postmaster.onExit().get(GENTLE_SECONDS, TimeUnit.SECONDS);
    assertThat(process.isAlive()).isTrue();
  }

  /**
   * Asks it to end, as an operator does.
   *
   * @return its exit code
   */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GENTLE_SECONDS + GENTLE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the service does not end when it is asked to");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    try {
      if (process != null && process.isAlive()) {
        stop();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
