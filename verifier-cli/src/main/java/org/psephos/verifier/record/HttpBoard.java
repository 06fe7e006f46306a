package org.psephos.verifier.record;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * A board on a server. Asks this server and no other: redirects are not followed. Nothing is asked
 * twice; what fails, fails.
 */
public final class HttpBoard implements BoardSource {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI base;
  private final HttpClient client;

  public HttpBoard(BoardAddress address) {
    this.base = address.base();
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public Optional<byte[]> member(String path, int largest) throws IOException, DecodingException {
    URI address = base.resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Accept-Encoding", "identity")
            .build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return content(response, body, path, largest);
      }
    } catch (IOException e) {
      throw new IOException("cannot read " + address + ": " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + address, e);
    }
  }

  private static Optional<byte[]> content(
      HttpResponse<InputStream> response, InputStream body, String path, int largest)
      throws IOException, DecodingException {
    int status = response.statusCode();
    if (status == NOT_FOUND) {
      return Optional.empty();
    }
    if (status != OK) {
      throw new IOException("the server answered with status " + status + redirection(response));
    }
    if (!response.headers().firstValue("Content-Encoding").orElse("identity").equals("identity")) {
      throw new IOException("the server sent an encoding that was not asked for");
    }
    byte[] content = body.readNBytes(largest + 1);
    if (content.length > largest) {
      throw new DecodingException(Reason.TOO_LARGE, path, "at most " + largest + " bytes", "more");
    }
    return Optional.of(content);
  }

  private static String redirection(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Location")
        .map(place -> ", which leads to " + place + "; redirects are not followed")
        .orElse("");
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void close() {
    // The client's threads end by themselves once nothing refers to it.
  }
}
