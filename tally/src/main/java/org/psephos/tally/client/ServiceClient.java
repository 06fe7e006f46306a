package org.psephos.tally.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * Sends requests to one service, with one role's token or none. Follows no redirects and reads no
 * more than it was told to. Safe for use by many threads.
 */
public final class ServiceClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int LARGEST_ANSWER = 1 << 26;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final URI service;
  private final Optional<BearerToken> token;

  public ServiceClient(URI service, Optional<BearerToken> token) {
    this.service = service;
    this.token = token;
  }

  public URI service() {
    return service;
  }

  public Reply get(String path) throws ServiceException, InterruptedException {
    return send("GET", path, "application/json", HttpRequest.BodyPublishers.noBody());
  }

  public Reply postJson(String path, byte[] body) throws ServiceException, InterruptedException {
    return sendJson("POST", path, body);
  }

  public Reply putJson(String path, byte[] body) throws ServiceException, InterruptedException {
    return sendJson("PUT", path, body);
  }

  public Reply patchJson(String path, byte[] body) throws ServiceException, InterruptedException {
    return sendJson("PATCH", path, body);
  }

  private Reply sendJson(String method, String path, byte[] body)
      throws ServiceException, InterruptedException {
    return send(method, path, "application/json", HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private Reply send(String method, String path, String type, HttpRequest.BodyPublisher body)
      throws ServiceException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", type)
            .method(method, body);
    token.ifPresent(bearer -> request.header("Authorization", bearer.header()));
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      return accept(response);
    } catch (IOException e) {
      throw new ServiceException(
          ServiceException.UNREACHABLE,
          "unreachable",
          "no answer from " + service + " (" + reason(e) + ")");
    }
  }

  private static Reply accept(HttpResponse<InputStream> response)
      throws IOException, ServiceException {
    byte[] body;
    try (InputStream in = response.body()) {
      body = in.readNBytes(LARGEST_ANSWER + 1);
    }
    if (body.length > LARGEST_ANSWER) {
      throw new ServiceException(response.statusCode(), "unexpected", "the answer is too large");
    }
    if (response.statusCode() / 100 != 2) {
      throw problem(response.statusCode(), body);
    }
    String location = response.headers().firstValue("Location").orElse(null);
    return new Reply(response.statusCode(), body, location);
  }

  /** Reads an RFC 9457 problem, or makes one of what came instead. */
  private static ServiceException problem(int status, byte[] body) {
    try {
      JsonFields fields = JsonFields.of(JsonParser.parse(body, Limits.OBJECT));
      String code = fields.text("code");
      String text = fields.has("detail") ? fields.text("detail") : fields.text("title");
      return new ServiceException(status, code, code + ": " + text);
    } catch (DecodingException e) {
      return new ServiceException(
          status, "unexpected", "the service answered with status " + status);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
