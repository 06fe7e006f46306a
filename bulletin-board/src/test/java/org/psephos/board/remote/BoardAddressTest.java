package org.psephos.board.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;

class BoardAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://vote.example.org/e/5therE1ection5,https://vote.example.org/board/5therE1ection5/",
    "https://vote.example.org/e/5therE1ection5/,https://vote.example.org/board/5therE1ection5/",
    "https://vote.example.org/e/5therE1ection5#code,https://vote.example.org/board/5therE1ection5/",
    "https://vote.example.org:8443/board/5therE1ection5,"
        + "https://vote.example.org:8443/board/5therE1ection5/",
    "https://example.org/vote/e/5therE1ection5,https://example.org/vote/board/5therE1ection5/",
    "http://localhost:8080/e/5therE1ection5,http://localhost:8080/board/5therE1ection5/",
    "http://127.0.0.1:8080/e/5therE1ection5,http://127.0.0.1:8080/board/5therE1ection5/",
    "http://[::1]:8080/e/5therE1ection5,http://[::1]:8080/board/5therE1ection5/"
  })
  void the_board_is_found_beside_the_page(String page, String board) throws DecodingException {
    assertThat(BoardAddress.parse(page).base()).hasToString(board);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vote.example.org/e/5therE1ection5",
        "http://localhost.example.org/e/5therE1ection5",
        "http://128.0.0.1/e/5therE1ection5",
        "ftp://localhost/e/5therE1ection5",
        "//localhost/e/5therE1ection5",
        "https://user:word@vote.example.org/e/5therE1ection5",
        "https://vote.example.org/e/5therE1ection5?token=1",
        "https://vote.example.org/5therE1ection5",
        "https://vote.example.org/e/short",
        "not an address"
      })
  void other_addresses_are_refused(String text) {
    assertThatThrownBy(() -> BoardAddress.parse(text)).isInstanceOf(DecodingException.class);
  }

  @Test
  void a_service_and_an_election_make_an_address() {
    BoardAddress address =
        BoardAddress.of(URI.create("https://vote.example.org"), "5therE1ection5");
    assertThat(address.base()).hasToString("https://vote.example.org/board/5therE1ection5/");
    assertThatThrownBy(
            () -> BoardAddress.of(URI.create("http://vote.example.org"), "5therE1ection5"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
