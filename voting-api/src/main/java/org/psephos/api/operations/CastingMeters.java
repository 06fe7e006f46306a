package org.psephos.api.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;

/** Counts ballots: how many were taken, how many refused and why, how long judging took. */
@ApplicationScoped
public class CastingMeters {

  /** Something that takes time and may be refused. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws RefusedException;
  }

  private final MeterRegistry registry;
  private final Timer verification;

  CastingMeters(MeterRegistry registry) {
    this.registry = registry;
    this.verification = registry.timer("psephos.ballot.verification");
  }

  /** A ballot got its answer; {@code known} if the same bytes came before. */
  public void accepted(boolean known) {
    registry.counter("psephos.ballots.accepted", "known", Boolean.toString(known)).increment();
  }

  /** A ballot was refused. */
  public void refused(Code code) {
    registry.counter("psephos.ballots.refused", "code", code.wireName()).increment();
  }

  /** Runs the work and notes how long it took. */
  public <T> T timed(Work<T> work) throws RefusedException {
    Timer.Sample sample = Timer.start(registry);
    try {
      return work.run();
    } finally {
      sample.stop(verification);
    }
  }
}
