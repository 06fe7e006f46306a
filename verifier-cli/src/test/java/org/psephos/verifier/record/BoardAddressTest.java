package org.psephos.verifier.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
