package org.psephos.board.remote;

import java.time.Duration;

/**
 * How often something is asked for that may come later: when no answer came, or the server was too
 * busy.
 *
 * @param tries how often at most, from 1
 * @param pause the time between two tries, not negative
 */
public record Patience(int tries, Duration pause) {

  /** What fails, fails. */
  public static final Patience NONE = new Patience(1, Duration.ZERO);

  /** Five tries with a second between them. */
  public static final Patience SOME = new Patience(5, Duration.ofSeconds(1));

  public Patience {
    if (tries < 1 || pause.isNegative()) {
      throw new IllegalArgumentException("at least one try, and no negative pause");
    }
  }
}
