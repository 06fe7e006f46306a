package org.psephos.tally.simulation;

/** Hears how far a simulation has come; always called by the thread that runs it. */
@FunctionalInterface
public interface SimulationProgress {

  /** So many of all the ballots are cast. */
  void cast(long ballots, long all);
}
