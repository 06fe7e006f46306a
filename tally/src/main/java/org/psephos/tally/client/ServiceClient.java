package org.psephos.tally.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();

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
    return send("GET", path, NOTHING);
  }

  /** Gets an answer of at most {@code largest} bytes. */
  public Reply get(String path, int largest) throws ServiceException, InterruptedException {
    return send("GET", path, NOTHING, largest);
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
    return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  /**
   * Writes an answer of any size to a new file; nothing remains if it does not come whole.
   *
   * @throws ServiceException also if the file exists or cannot be written
   */
  public void download(String path, Path file) throws ServiceException, InterruptedException {
    HttpResponse<InputStream> response = exchange(request("GET", path, NOTHING));
    try {
      if (response.statusCode() / 100 != 2) {
        throw problem(response.statusCode(), body(response, LARGEST_ANSWER));
      }
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (InputStream in = response.body()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ServiceException(
          ServiceException.UNREACHABLE,
          "unreachable",
          file + " did not come whole (" + reason(e) + ")");
    }
  }

  private Reply send(String method, String path, HttpRequest.BodyPublisher body)
      throws ServiceException, InterruptedException {
    return send(method, path, body, LARGEST_ANSWER);
  }

  private Reply send(String method, String path, HttpRequest.BodyPublisher body, int largest)
      throws ServiceException, InterruptedException {
    HttpResponse<InputStream> response = exchange(request(method, path, body));
    try {
      return accept(response, largest);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .method(method, body);
    token.ifPresent(bearer -> request.header("Authorization", bearer.header()));
    return request.build();
  }

  private HttpResponse<InputStream> exchange(HttpRequest request)
      throws ServiceException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private ServiceException unreachable(IOException e) {
    return new ServiceException(
        ServiceException.UNREACHABLE,
        "unreachable",
        "no answer from " + service + " (" + reason(e) + ")");
  }

  private static byte[] body(HttpResponse<InputStream> response, int largest)
      throws IOException, ServiceException {
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(largest + 1);
      if (body.length > largest) {
        throw new ServiceException(response.statusCode(), "unexpected", "the answer is too large");
      }
      return body;
    }
  }

  private static Reply accept(HttpResponse<InputStream> response, int largest)
      throws IOException, ServiceException {
    byte[] body = body(response, largest);
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
