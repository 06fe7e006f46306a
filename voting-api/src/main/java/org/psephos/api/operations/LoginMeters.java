package org.psephos.api.operations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts log-ins by how they ended: somebody who guesses passwords shows here. */
@ApplicationScoped
public class LoginMeters {

  /** How a try ended. */
  public enum Result {
    ACCEPTED,
    /** Name or password was wrong. */
    REFUSED,
    /** There were too many tries before it. */
    SLOWED
  }

  private final MeterRegistry registry;

  LoginMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public void ended(Result result) {
    String name = result.name().toLowerCase(Locale.ROOT);
    registry.counter("psephos.logins", "result", name).increment();
  }
}
