package org.psephos.api.election;

import java.util.Locale;

/** Why a request is refused: the closed list that clients can rely on, with the HTTP status. */
public enum Code {
  MALFORMED(400),
  NOT_CANONICAL(400),
  WRONG_ELECTION(400),
  UNAUTHORIZED(401),
  UNKNOWN_CREDENTIAL(403),
  BAD_SIGNATURE(403),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_OPEN(409),
  CLOSED(409),
  WRONG_STATE(409),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  BAD_PROOF(422),
  NOT_IN_GROUP(422),
  WRONG_SHAPE(422),
  TOO_MANY_REQUESTS(429),
  INTERNAL(500),
  OVERLOADED(503),
  NOT_DURABLE(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The value of the member {@code code}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
