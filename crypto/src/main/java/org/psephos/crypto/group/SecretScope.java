package org.psephos.crypto.group;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Collects the secret numbers of one computation and wipes them together at its end. Not thread
 * safe.
 *
 * <pre>{@code
 * try (SecretScope secrets = new SecretScope()) {
 *   SecretScalar sum = secrets.keep(first.plus(second));
 * }
 * }</pre>
 */
public final class SecretScope implements AutoCloseable {

  private final Deque<SecretScalar> kept = new ArrayDeque<>();

  /** Takes charge of a secret, which stays usable until this scope is closed. */
  public SecretScalar keep(SecretScalar secret) {
    kept.push(secret);
    return secret;
  }

  @Override
  public void close() {
    while (!kept.isEmpty()) {
      kept.pop().close();
    }
  }
}
