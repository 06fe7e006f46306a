package org.psephos.api.operations;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells a database that is away for a while from a fault of ours. */
public final class Outage {

  /** Connection failures, shutdown of the server, and too many connections. */
  private static final List<String> STATES = List.of("08", "57P", "53");

  private Outage() {}

  /** Whether a database that does not answer is behind this failure, at any depth. */
  public static boolean isBehind(Throwable failure) {
    return isBehind(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isBehind(Throwable failure, Set<Throwable> met) {
    if (failure == null || !met.add(failure)) {
      return false;
    }
    if (failure instanceof SQLException database && isAway(database.getSQLState())) {
      return true;
    }
    for (Throwable beside : failure.getSuppressed()) {
      if (isBehind(beside, met)) {
        return true;
      }
    }
    return isBehind(failure.getCause(), met);
  }

  /** The pool of connections gives no state when it has none to offer. */
  private static boolean isAway(String state) {
    return state == null || STATES.stream().anyMatch(state::startsWith);
  }
}
