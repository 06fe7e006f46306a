package org.psephos.tally.client;

/** The service could not be reached, refused, or answered something that makes no sense. */
public final class ServiceException extends Exception {

  private static final long serialVersionUID = 1L;

  /** No answer came. */
  public static final int UNREACHABLE = 0;

  private final int status;
  private final String code;

  /**
   * Describes a failed request.
   *
   * @param status the HTTP status, or {@link #UNREACHABLE}
   * @param code the problem's code (docs/api/openapi.yaml), or {@code unreachable} or {@code
   *     unexpected}
   * @param message for people
   */
  public ServiceException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** Whether the same request may succeed later: no answer, or the service was too busy. */
  public boolean mayRetry() {
    return status == UNREACHABLE || status == 429 || status == 503;
  }
}
