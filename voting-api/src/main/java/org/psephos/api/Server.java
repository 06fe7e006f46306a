package org.psephos.api;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.psephos.api.storage.StorageException;
import picocli.CommandLine;

/**
 * Starts what the service stands on, then the service, and stops them in the opposite order, also
 * on SIGTERM: the database goes last.
 */
@QuarkusMain
public final class Server {

  private static final int FAILED = 1;
  private static final long PATIENCE_SECONDS = 60;

  private Server() {}

  public static void main(String[] args) {
    ServerArguments arguments = new ServerArguments();
    CommandLine line = new CommandLine(arguments);
    int code = line.execute(args);
    if (code != 0 || line.isUsageHelpRequested() || line.isVersionHelpRequested()) {
      System.exit(code);
    }
    try {
      run(Foundation.lay(arguments));
    } catch (StorageException e) {
      System.err.println("psephos: " + e.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(Foundation foundation) {
    CountDownLatch serviceEnded = new CountDownLatch(1);
    AtomicInteger exitCode = new AtomicInteger(FAILED);
    Thread last =
        new Thread(
            () -> {
              closeAfter(serviceEnded, foundation);
              // Otherwise a virtual machine that was asked to end reports the signal as a failure.
              Runtime.getRuntime().halt(exitCode.get());
            },
            "psephos-close");
    Runtime.getRuntime().addShutdownHook(last);
    StartSettings.publish(foundation.settings());
    Quarkus.run(
        null,
        (code, failure) -> {
          exitCode.set(code);
          if (failure != null) {
            System.err.println("psephos: the service cannot run: " + reasons(failure));
          }
          serviceEnded.countDown();
          System.exit(code);
        });
  }

  /** The messages of a failure and its causes, each once, the framework's own words included. */
  private static String reasons(Throwable failure) {
    StringJoiner reasons = new StringJoiner("; because: ");
    String last = "";
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message =
          cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage().strip();
      if (!last.contains(message)) {
        reasons.add(message);
      }
      last = message;
    }
    return reasons.toString();
  }

  /** Runs beside the framework's own shutdown hook, and so waits for it. */
  private static void closeAfter(CountDownLatch serviceEnded, Foundation foundation) {
    try {
      if (!serviceEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("psephos: the service does not end; stopping the database under it");
      }
      foundation.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StorageException e) {
      System.err.println("psephos: " + e.getMessage());
    }
  }
}
