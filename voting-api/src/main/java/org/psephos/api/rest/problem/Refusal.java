package org.psephos.api.rest.problem;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.psephos.api.election.Code;
import org.psephos.crypto.codec.Json;

/**
 * Why a request was refused, or what failed, in words for its sender.
 *
 * @param detail one sentence in English; safe to show once it is escaped
 * @param more further members of the problem, by name; mostly none
 */
public record Refusal(Code code, String detail, Map<String, Json> more) {

  public Refusal {
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
    more = Map.copyOf(more);
  }

  static Refusal of(Code code, String detail) {
    return new Refusal(code, detail, Map.of());
  }
}
