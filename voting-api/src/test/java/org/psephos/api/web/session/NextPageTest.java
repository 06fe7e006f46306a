package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "/",
        "console",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/console//evil.example",
        "/console\\evil.example",
        "/console@evil.example",
        "/consoleevil",
        "/console/../e",
        "/console/%2E%2e/e",
        "/console/.%2e/e",
        "javascript:alert(1)",
        "/console/\r\nSet-Cookie: a=b",
        "/console/\t",
        "/console#fragment",
        "/console/login",
        "/console/login?next=/console/login",
        "/console/logout"
      })
  void whateverIsNoPageOfTheConsoleBecomesItsFirst(String path) {
    assertThat(NextPage.of(path)).isEqualTo("/console");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console",
        "/console/",
        "/console?lang=fr",
        "/console/e/8dLgqCZ4fN8C9d/texts?lang=fr&a=%C3%A9%2F",
        "/console/logins",
        "/console/export.json"
      })
  void pagesOfTheConsoleStayWhatTheyAre(String path) {
    assertThat(NextPage.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(ints = {491, 492})
  void longPathsAreNotKept(int length) {
    String path = "/console/" + "a".repeat(length);
    assertThat(NextPage.of(path)).isEqualTo(length == 491 ? path : "/console");
  }
}
