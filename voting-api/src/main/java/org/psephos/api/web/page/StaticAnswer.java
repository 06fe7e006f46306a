package org.psephos.api.web.page;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/** Bytes with an entity tag, compressed where the browser likes, or 304 where it has them. */
final class StaticAnswer {

  /** For bytes whose address holds their hash. */
  static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /** May be kept, but is asked for again each time. */
  static final String REVALIDATED = "no-cache";

  private static final String GZIP = "gzip";

  private StaticAnswer() {}

  static Response of(StaticFile file, String caching, Request request, HttpHeaders headers) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(file.tag());
    if (unchanged != null) {
      return complete(unchanged, file.tag(), caching).build();
    }
    Optional<byte[]> compressed =
        acceptsGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
            ? file.compressed()
            : Optional.empty();
    Response.ResponseBuilder answer = Response.ok(compressed.orElseGet(file::bytes));
    answer.type(file.mediaType());
    if (compressed.isPresent()) {
      answer.header(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    return complete(answer, file.tag(), caching).build();
  }

  private static Response.ResponseBuilder complete(
      Response.ResponseBuilder answer, EntityTag tag, String caching) {
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
  }

  static boolean acceptsGzip(String acceptEncoding) {
    return acceptEncoding != null
        && Arrays.stream(acceptEncoding.split(",", -1))
            .map(coding -> coding.strip().replace(" ", ""))
            .anyMatch(coding -> coding.equals(GZIP) || coding.matches("gzip;q=(1|0\\.[1-9]).*"));
  }
}
