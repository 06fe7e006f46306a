package org.psephos.api.rest.problem;

import jakarta.ws.rs.core.Response;
import org.psephos.api.election.Code;
import org.psephos.crypto.codec.Json;

/** One problem as it is sent. */
public final class Problem {

  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int RETRY_SECONDS = 5;

  private Problem() {}

  /** The answer that says no, with members of its own (RFC 9457, section 3.2). */
  static Response response(Refusal refusal) {
    Code code = refusal.code();
    Json.Builder body =
        Json.Obj.with("type", "about:blank")
            .and("title", code.wireName().replace('-', ' '))
            .and("status", code.status())
            .and("code", code.wireName())
            .and("detail", refusal.detail());
    refusal.more().forEach(body::and);
    Response.ResponseBuilder response =
        Response.status(code.status())
            .type(MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .entity(body.build().toBytes());
    if (code == Code.UNAUTHORIZED) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (code == Code.OVERLOADED || code == Code.TOO_MANY_REQUESTS) {
      response.header("Retry-After", RETRY_SECONDS);
    }
    return response.build();
  }
}
