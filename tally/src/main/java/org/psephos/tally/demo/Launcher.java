package org.psephos.tally.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/**
 * Starts {@code ./psephos} commands as processes of their own and ends them again. Safe for use by
 * many threads.
 */
final class Launcher implements AutoCloseable {

  private static final long LONGEST_COMMAND_SECONDS = 180;
  private static final long GENTLE_SECONDS = 40;

  private final Path program;
  private final Path logs;
  private final AtomicInteger started = new AtomicInteger();
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * Prepares to launch.
   *
   * @param program the launcher
   * @param logs a private folder for what the commands print
   */
  Launcher(Path program, Path logs) {
    this.program = program;
    this.logs = logs;
  }

  /**
   * What a command printed.
   *
   * @param status its exit status
   * @param text standard output and standard error
   */
  record Output(int status, String text) {

    /** The rest of the line that begins with {@code name: }. */
    String value(String name) throws DemoException {
      return text.lines()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElseThrow(() -> new DemoException("no " + name + " in:\n" + text));
    }
  }

  /** Runs a command to its end, whatever that is. */
  Output run(List<String> command) throws DemoException, InterruptedException {
    Path log = logs.resolve("command-" + started.incrementAndGet() + ".log");
    Process process = start(command, log);
    try {
      if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
        throw new DemoException(name(command) + " does not end; see " + log);
      }
      return new Output(process.exitValue(), read(log));
    } finally {
      end(process);
    }
  }

  /** Runs a command that must succeed. */
  Output must(String... command) throws DemoException, InterruptedException {
    Output output = run(List.of(command));
    if (output.status() != 0) {
      throw new DemoException(
          name(List.of(command)) + " ended with status " + output.status() + ":\n" + output.text());
    }
    return output;
  }

  /** Starts a command that goes on until {@link #close}. */
  Process keepRunning(String... command) throws DemoException {
    return start(List.of(command), logs.resolve(command[0] + ".log"));
  }

  /** What a running command has printed so far. */
  String printed(String command) throws DemoException {
    return read(logs.resolve(command + ".log"));
  }

  private Process start(List<String> command, Path log) throws DemoException {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(command);
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      running.add(process);
      return process;
    } catch (IOException e) {
      throw new DemoException("cannot start " + name(command), e);
    }
  }

  private static String name(List<String> command) {
    return "psephos " + command.get(0) + (command.size() > 1 ? " " + command.get(1) : "");
  }

  private static String read(Path log) throws DemoException {
    try {
      return Utf8.decode(Files.readAllBytes(log));
    } catch (IOException | DecodingException e) {
      throw new DemoException("cannot read " + log, e);
    }
  }

  /** Asks a process to end, and insists after a while. */
  private void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GENTLE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    running.remove(process);
  }

  /** Ends everything that still runs. */
  @Override
  public void close() {
    try {
      for (Process process : List.copyOf(running)) {
        end(process);
      }
    } catch (InterruptedException e) {
      running.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
