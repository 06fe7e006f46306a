package org.psephos.tally.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class ServiceClientTest {

  @TempDir private Path folder;
  private final HeldBoard board = HeldBoard.frozen();
  private StubService service;
  private ServiceClient client;

  @BeforeEach
  void start() throws Exception {
    service = new StubService(board);
    client =
        new ServiceClient(service.address(), Optional.of(BearerToken.parse(StubService.TOKEN)));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void requests_carry_the_token_and_the_body() throws Exception {
    service.answer("POST /x", Answer.of(200, "{\"a\":1}"));
    assertThat(client.postJson("/x", new byte[] {'1'}).json().toBytes())
        .isEqualTo(new byte[] {'{', '"', 'a', '"', ':', '1', '}'});
    StubService.Request request = service.requests().get(0);
    assertThat(request.authorization()).isEqualTo("Bearer " + StubService.TOKEN);
    assertThat(request.body()).isEqualTo(new byte[] {'1'});
  }

  @Test
  void problems_keep_their_code_and_status() {
    service.answer("GET /x", Answer.problem(409, "wrong-state"));
    assertThatThrownBy(() -> client.get("/x"))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> {
              assertThat(e.code()).isEqualTo("wrong-state");
              assertThat(e.status()).isEqualTo(409);
              assertThat(e.mayRetry()).isFalse();
            });
  }

  @Test
  void an_error_that_is_no_problem_is_unexpected() {
    service.answer("GET /x", Answer.of(500, "<html>"));
    assertThatThrownBy(() -> client.get("/x"))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.code()).isEqualTo("unexpected"));
  }

  @Test
  void redirects_are_not_followed() {
    service.answer("GET /x", new Answer(302, new byte[0], Map.of("Location", "/y")));
    service.answer("GET /y", Answer.of(200, "{}"));
    assertThatThrownBy(() -> client.get("/x"))
        .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.status()).isEqualTo(302));
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void no_more_is_read_than_was_asked_for() throws Exception {
    service.answer("GET /x", Answer.of(200, "12345"));
    assertThat(client.get("/x", 5).bytes()).hasSize(5);
    assertThatThrownBy(() -> client.get("/x", 4))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void no_answer_is_unreachable_and_may_be_tried_again() {
    service.close();
    assertThatThrownBy(() -> client.get("/x"))
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> {
              assertThat(e.status()).isEqualTo(ServiceException.UNREACHABLE);
              assertThat(e.mayRetry()).isTrue();
              assertThat(e.getMessage()).doesNotContain(StubService.TOKEN);
            });
  }

  @Test
  void a_download_is_whole_or_not_there() throws Exception {
    service.answer("GET /x", Answer.of(200, "content"));
    service.answer("GET /gone", Answer.problem(404, "not-found"));
    client.download("/x", folder.resolve("x"));
    assertThat(folder.resolve("x")).hasContent("content");
    assertThatThrownBy(() -> client.download("/gone", folder.resolve("gone")))
        .isInstanceOf(ServiceException.class);
    assertThatThrownBy(() -> client.download("/x", folder.resolve("x")))
        .isInstanceOf(ServiceException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("x"));
    }
  }

  @Test
  void a_board_is_read_over_http_as_it_is_and_without_a_token() throws Exception {
    String link = service.link("trustee");
    try (BoardSource http = ElectionAddress.parse(link).board()) {
      TilePath all = new TilePath(TilePath.ENTRIES, 0, (int) board.size());
      assertThat(http.checkpoint().toBytes()).isEqualTo(board.checkpoint().toBytes());
      assertThat(http.entries(all)).containsExactlyElementsOf(board.entries(all));
      Reference list =
          new Reference(board.parties().credentials().digest(), ObjectKind.CREDENTIALS);
      assertThat(http.object(list)).isEqualTo(board.object(list));
      service.answer("GET /board/" + board.uuid() + "/checkpoint", Answer.of(404, ""));
      assertThatThrownBy(http::checkpoint).isInstanceOf(DecodingException.class);
      assertThat(service.requests())
          .hasSize(1)
          .allMatch(request -> request.authorization() == null);
    }
  }
}
