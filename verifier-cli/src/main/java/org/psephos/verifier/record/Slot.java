package org.psephos.verifier.record;

import java.util.Optional;

/** A place for one thing that one check accepts and later checks read. Not thread safe. */
public final class Slot<T> {

  private T value;

  Slot() {}

  /** Puts in what was accepted. */
  public void accept(T accepted) {
    if (value != null) {
      throw new IllegalStateException("accepted twice");
    }
    value = accepted;
  }

  /** What was accepted; empty if the record has none, or a check refused it. */
  public Optional<T> get() {
    return Optional.ofNullable(value);
  }
}
