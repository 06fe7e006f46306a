package org.psephos.api.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.psephos.crypto.codec.Json;

/** Answers in JSON; what may change is not to be kept. */
final class Answer {

  private Answer() {}

  static Response ok(Json body) {
    return of(Response.Status.OK, body).build();
  }

  static Response.ResponseBuilder of(Response.Status status, Json body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .entity(body.toBytes());
  }
}
