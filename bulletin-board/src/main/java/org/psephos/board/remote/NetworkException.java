package org.psephos.board.remote;

import java.io.IOException;

/** A server could not be reached, or answered something else than what was asked for. */
public final class NetworkException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  /** No answer came, or not the whole of it. */
  private static final int NONE = 0;

  private final int status;

  private NetworkException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  static NetworkException unreachable(String message, Throwable cause) {
    return new NetworkException(NONE, message, cause);
  }

  static NetworkException answered(int status, String message) {
    return new NetworkException(status, message, null);
  }

  /** Whether no answer came, or not the whole of it. */
  public boolean isUnreachable() {
    return status == NONE;
  }

  /** Whether the same request may succeed later. */
  boolean mayRetry() {
    return isUnreachable() || status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
  }
}
