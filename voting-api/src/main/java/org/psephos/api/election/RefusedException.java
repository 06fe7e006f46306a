package org.psephos.api.election;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;

/**
 * The service says no to a request, for a reason that its sender may know. The detail is shown to
 * them: never a secret, never internals.
 */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final transient Map<String, Json> more;

  public RefusedException(Code code, String detail) {
    this(code, detail, Map.of());
  }

  /** A refusal that says more than fits a sentence, in members of the problem of its own. */
  public RefusedException(Code code, String detail, Map<String, Json> more) {
    super(detail, null, false, false);
    this.code = requireNonNull(code, "code is null");
    this.more = requireNonNull(more, "more is null");
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

  /** Further members of the problem, by name; mostly none. */
  public Map<String, Json> more() {
    return more;
  }
}
