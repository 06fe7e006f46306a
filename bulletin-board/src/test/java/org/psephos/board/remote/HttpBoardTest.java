package org.psephos.board.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

class HttpBoardTest {

  private static final String UUID = "5therE1ection5";
  private static final Patience TWICE = new Patience(2, Duration.ofMillis(1));

  /** One answer: a status, a body and at most one header. */
  private record Answer(int status, String body, String header, String value) {
    static Answer of(int status, String body) {
      return new Answer(status, body, "", "");
    }
  }

  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(path);
      Deque<Answer> told =
          answers.getOrDefault(path, new ArrayDeque<>(List.of(Answer.of(404, ""))));
      Answer answer = told.size() > 1 ? told.remove() : told.element();
      if (!answer.header().isEmpty()) {
        exchange.getResponseHeaders().set(answer.header(), answer.value());
      }
      byte[] body = Utf8.encode(answer.body());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void on(String member, Answer... inOrder) {
    answers.put("/board/" + UUID + "/" + member, new ArrayDeque<>(List.of(inOrder)));
  }

  private HttpBoard board(Patience patience) {
    URI service = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new HttpBoard(BoardAddress.of(service, UUID), patience);
  }

  @Test
  void members_are_read_as_they_are_and_what_is_missing_is_nothing() throws Exception {
    on("checkpoint", Answer.of(200, "12345"));
    assertThat(board(Patience.NONE).member("checkpoint", 5)).hasValue(Utf8.encode("12345"));
    assertThat(board(Patience.NONE).member("other", 5)).isEmpty();
    assertThat(asked)
        .containsExactly("/board/" + UUID + "/checkpoint", "/board/" + UUID + "/other");
  }

  @Test
  void no_more_is_read_than_was_asked_for() {
    on("checkpoint", Answer.of(200, "12345"));
    assertThatThrownBy(() -> board(TWICE).member("checkpoint", 4))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("at most 4 bytes");
    assertThat(asked).hasSize(1);
  }

  @Test
  void who_is_busy_is_asked_again_as_often_as_was_said() throws Exception {
    on("checkpoint", Answer.of(503, ""), Answer.of(200, "1"));
    assertThat(board(TWICE).member("checkpoint", 4)).isPresent();
    on("checkpoint", Answer.of(429, ""), Answer.of(503, ""), Answer.of(200, "1"));
    assertBroken(TWICE, "answered with status 503", false);
    on("checkpoint", Answer.of(503, ""), Answer.of(200, "1"));
    assertBroken(Patience.NONE, "answered with status 503", false);
    assertThat(asked).hasSize(5);
  }

  @Test
  void who_fails_otherwise_is_not_asked_again() {
    on("checkpoint", Answer.of(500, ""), Answer.of(200, "1"));
    assertBroken(TWICE, "answered with status 500", false);
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_redirect_is_named_and_not_followed() {
    on("checkpoint", new Answer(302, "", "Location", "/board/" + UUID + "/other"));
    on("other", Answer.of(200, "1"));
    assertBroken(TWICE, "redirects are not followed", false);
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_encoding_that_was_not_asked_for_is_refused() {
    on("checkpoint", new Answer(200, "1", "Content-Encoding", "gzip"));
    assertBroken(TWICE, "encoding", false);
  }

  @Test
  void a_server_that_nobody_runs_is_unreachable() {
    server.stop(0);
    assertBroken(TWICE, "cannot read http://127.0.0.1", true);
  }

  @Test
  void an_object_with_another_hash_is_refused() throws Exception {
    Reference right = new Reference(Digest.sha256("{}"), ObjectKind.BALLOT);
    Reference wrong = new Reference(Digest.sha256("[]"), ObjectKind.BALLOT);
    on(right.path(), Answer.of(200, "{}"));
    on(wrong.path(), Answer.of(200, "{}"));
    assertThat(board(TWICE).object(right).toByteArray()).isEqualTo(Utf8.encode("{}"));
    assertThatThrownBy(() -> board(TWICE).object(wrong)).isInstanceOf(DecodingException.class);
  }

  @Test
  void entries_are_taken_from_the_bundle_of_their_width() throws Exception {
    TilePath two = new TilePath(TilePath.ENTRIES, 0, 2);
    List<byte[]> entries = List.of(Utf8.encode("one"), Utf8.encode("two"));
    on(two.path(), Answer.of(200, Utf8.decode(EntryBundle.encode(entries))));
    assertThat(board(TWICE).entries(two)).containsExactlyElementsOf(entries);
    assertThatThrownBy(() -> board(TWICE).entries(new TilePath(TilePath.ENTRIES, 0, 3)))
        .isInstanceOf(DecodingException.class);
  }

  private void assertBroken(Patience patience, String why, boolean isUnreachable) {
    assertThatThrownBy(() -> board(patience).member("checkpoint", 4))
        .isInstanceOfSatisfying(
            NetworkException.class, e -> assertThat(e.isUnreachable()).isEqualTo(isUnreachable))
        .hasMessageContaining(why);
  }
}
