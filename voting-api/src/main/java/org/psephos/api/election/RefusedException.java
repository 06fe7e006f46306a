package org.psephos.api.election;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.codec.DecodingException;

/**
 * The service says no to a request, for a reason that its sender may know. The detail is shown to
 * them: never a secret, never internals.
 */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Code code;

  public RefusedException(Code code, String detail) {
    super(detail, null, false, false);
    this.code = requireNonNull(code, "code is null");
  }

  /** What is wrong with bytes from outside. */
  public static RefusedException because(DecodingException e) {
    Code code =
        switch (e.reason()) {
          case MALFORMED -> Code.MALFORMED;
          case NOT_CANONICAL -> Code.NOT_CANONICAL;
          case NOT_IN_GROUP -> Code.NOT_IN_GROUP;
          case TOO_LARGE -> Code.TOO_LARGE;
        };
    return new RefusedException(code, e.path() + ": expected " + e.expected());
  }

  public Code code() {
    return code;
  }
}
