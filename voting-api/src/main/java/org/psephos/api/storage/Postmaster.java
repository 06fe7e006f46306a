package org.psephos.api.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/** The PostgreSQL server process of a data directory, found by the file that it leaves there. */
final class Postmaster {

  private static final long PATIENCE_SECONDS = 60;

  private final ProcessHandle process;

  private Postmaster(ProcessHandle process) {
    this.process = process;
  }

  /** The server that runs on this directory now, if one does. */
  static Optional<Postmaster> runningOn(Path data) throws StorageException {
    Optional<Long> pid = pidFile(data);
    return pid.flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process, data))
        .map(Postmaster::new);
  }

  private static Optional<Long> pidFile(Path data) throws StorageException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String first = Utf8.decode(Files.readAllBytes(file)).lines().findFirst().orElse("");
      return Optional.of(Long.valueOf(first.strip()));
    } catch (IOException | DecodingException | NumberFormatException e) {
      throw new StorageException(file + " cannot be read", e);
    }
  }

  /**
   * A process number is used again after a while: only a server started on our directory counts.
   */
  private static boolean serves(ProcessHandle process, Path data) {
    List<String> words =
        process.info().arguments().map(List::of).orElseGet(() -> commandLine(process));
    return words.contains(data.toString());
  }

  private static List<String> commandLine(ProcessHandle process) {
    return process.info().commandLine().map(line -> List.of(line.split(" "))).orElse(List.of());
  }

  long pid() {
    return process.pid();
  }

  /**
   * Ends it the fast way: sessions are cut, committed work is written out.
   *
   * @throws StorageException if it is still there after a minute
   */
  void stop() throws StorageException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while PostgreSQL was stopping", e);
    } catch (IOException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      throw new StorageException(
          "PostgreSQL (process " + process.pid() + ") does not stop; end it by hand", e);
    }
  }
}
