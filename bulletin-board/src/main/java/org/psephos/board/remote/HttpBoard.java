package org.psephos.board.remote;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
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
 * A board on a server. Asks this server and no other: redirects are not followed. No request
 * carries anything but the name of a member.
 */
public final class HttpBoard implements BoardSource {

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI base;
  private final Patience patience;
  private final HttpClient client;

  /** A board at this address; nothing is asked yet. */
  public HttpBoard(BoardAddress address, Patience patience) {
    this.base = address.base();
    this.patience = requireNonNull(patience, "patience is null");
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * {@inheritDoc}
   *
   * @throws NetworkException if the server did not answer, or with another status than 200 and 404
   */
  @Override
  public Optional<byte[]> member(String path, int largest) throws IOException, DecodingException {
    for (int attempt = 1; ; attempt++) {
      try {
        return ask(path, largest);
      } catch (NetworkException e) {
        if (attempt >= patience.tries() || !e.mayRetry()) {
          throw e;
        }
      }
      rest();
    }
  }

  private Optional<byte[]> ask(String path, int largest) throws IOException, DecodingException {
    URI address = base.resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Accept-Encoding", "identity")
            .build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        requireExpected(response, address);
        return response.statusCode() == OK
            ? Optional.of(content(body, path, largest))
            : Optional.empty();
      }
    } catch (NetworkException e) {
      throw e;
    } catch (IOException e) {
      throw NetworkException.unreachable("cannot read " + address + ": " + reason(e), e);
    } catch (InterruptedException e) {
      throw interrupted("interrupted while reading " + address, e);
    }
  }

  private static void requireExpected(HttpResponse<?> response, URI address)
      throws NetworkException {
    int status = response.statusCode();
    if (status != OK && status != NOT_FOUND) {
      throw NetworkException.answered(
          status,
          "cannot read "
              + address
              + ": the server answered with status "
              + status
              + redirection(response));
    }
    if (!response.headers().firstValue("Content-Encoding").orElse("identity").equals("identity")) {
      throw NetworkException.answered(
          status,
          "cannot read " + address + ": the server sent an encoding that was not asked for");
    }
  }

  private static byte[] content(InputStream body, String path, int largest)
      throws IOException, DecodingException {
    byte[] content = body.readNBytes(largest + 1);
    if (content.length > largest) {
      throw new DecodingException(Reason.TOO_LARGE, path, "at most " + largest + " bytes", "more");
    }
    return content;
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

  private void rest() throws IOException {
    try {
      Thread.sleep(patience.pause().toMillis());
    } catch (InterruptedException e) {
      throw interrupted("interrupted while waiting for " + base, e);
    }
  }

  private static IOException interrupted(String message, InterruptedException e) {
    Thread.currentThread().interrupt();
    IOException interrupted = new InterruptedIOException(message);
    interrupted.initCause(e);
    return interrupted;
  }

  @Override
  public void close() {
    // The client's threads end by themselves once nothing refers to it.
  }
}
