package org.psephos.crypto.ceremony;

import org.psephos.crypto.group.SecretScalar;

/** What a member found when it opened a share. */
public sealed interface ShareOutcome {

  /** A good share. Holds the secret until it is closed. */
  final class Accepted implements ShareOutcome, AutoCloseable {
    private final SecretScalar value;

    Accepted(SecretScalar value) {
      this.value = value;
    }

    SecretScalar value() {
      return value;
    }

    @Override
    public void close() {
      value.close();
    }
  }

  /** A share that cannot be used. */
  record Refused(ShareFault fault) implements ShareOutcome {}
}
