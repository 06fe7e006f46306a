package org.psephos.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;

/** Makes and compares hashes of passwords, two at a time: each takes 64 MiB. Thread safe. */
@ApplicationScoped
class Passwords {

  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 10;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final PasswordHash nobodys = PasswordHash.ofNobody();

  private interface Work<T> {
    T run();
  }

  /** Whether this is the password, in the time that it takes for anybody's. */
  boolean matches(PasswordHash hash, String password) throws RefusedException {
    return alone(() -> hash.matches(password));
  }

  /** What to compare a password with if there is no such account. */
  PasswordHash nobodys() {
    return nobodys;
  }

  /**
   * The hash of a password that somebody chose.
   *
   * @throws RefusedException if it is too short or too long
   */
  PasswordHash chosen(String password) throws RefusedException {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new RefusedException(
          Code.WRONG_SHAPE, "a password has " + SHORTEST + " to " + LONGEST + " characters");
    }
    return alone(() -> PasswordHash.of(password));
  }

  private <T> T alone(Work<T> work) throws RefusedException {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new RefusedException(Code.OVERLOADED, "too many people log in; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Code.OVERLOADED, "the service is stopping");
    }
    try {
      return work.run();
    } finally {
      places.release();
    }
  }
}
