package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.access.Token;
import org.psephos.api.fixture.Browser;
import org.psephos.api.fixture.Browser.Page;
import org.psephos.api.fixture.Client;
import org.psephos.api.fixture.Colleagues;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;

/** Sessions of pages: how they begin and end, and what their cookie is like. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LogInToPagesTest {

  private static final String PAGE = "/console/for-tests";
  private static final String COOKIE = "psephos-session";
  private static int people;

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  private Client client;
  private Browser browser;
  private String name;

  @BeforeEach
  void somebodyHasAnAccount() throws Exception {
    client = new Client(base);
    browser = new Browser(base);
    name = "visitor" + people++;
    Colleagues.come(client, name, "official");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    Page in = browser.logIn(name, Colleagues.PASSWORD);
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.leadsTo()).isEqualTo("/console");
    assertThat(in.header("Cache-Control")).isEqualTo("no-store");
    assertThat(in.cookies()).hasSize(1);
    String token = browser.cookies().get(COOKIE);
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    assertThat(in.cookies().get(0).split("; ?"))
        .hasSameSizeAs(new String[5])
        .contains(COOKIE + "=" + token, "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void aTokenThatTheBrowserBroughtAlongIsNotTakenOver() {
    String planted = "A".repeat(43);
    browser.cookies().put(COOKIE, planted);
    browser.logIn(name, Colleagues.PASSWORD);
    String first = browser.cookies().get(COOKIE);
    assertThat(first).isNotEqualTo(planted);
    browser.logIn(name, Colleagues.PASSWORD);
    assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(first);
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
    browser.cookies().put(COOKIE, first);
    assertThat(browser.get(PAGE).status()).as("the session before").isEqualTo(303);
  }

  @Test
  void loggingOutEndsTheSessionEverywhere() throws Exception {
    browser.logIn(name, Colleagues.PASSWORD);
    String token = browser.cookies().get(COOKIE);
    assertThat(browser.post("/console/logout", Map.of()).status()).isEqualTo(403);
    assertThat(browser.get("/console/logout").status()).isEqualTo(405);
    String form = browser.get(PAGE).formToken();
    Page out = browser.post("/console/logout", Map.of("form-token", form));
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.leadsTo()).isEqualTo("/console/login");
    assertThat(browser.cookies()).doesNotContainKey(COOKIE);
    browser.cookies().put(COOKIE, token);
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    assertThat(Utf8.decode(client.get("/api/v1/audit-log", Held.operatorToken()).body()))
        .contains("\"action\":\"log out\"", "\"who\":\"" + name + "\"")
        .doesNotContain(token, form);
  }

  @Test
  void aSessionThatHasExpiredIsNone() throws Exception {
    browser.logIn(name, Colleagues.PASSWORD);
    assertThat(browser.get(PAGE).status()).isEqualTo(200);
    String hash = Token.hash(browser.cookies().get(COOKIE)).hex();
    execute("DELETE FROM login_session WHERE hash = '" + hash + "'");
    execute(
        "INSERT INTO login_session (hash, account, channel, expires_at) VALUES ('"
            + (hash + "', '" + name + "', 'PAGES', now() - interval '1 second')"));
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void whoTypesSomethingWrongIsAskedAgainAndLearnsNothing() {
    Page wrong = browser.logIn(name, "not the password <b>");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("Content-Type")).startsWith("text/html");
    assertThat(wrong.text()).contains("name or password is wrong").doesNotContain("<b>");
    assertThat(wrong.text()).contains("value=\"" + name + "\"");
    assertThat(wrong.cookies()).isEmpty();
    Page nobody = browser.logIn("\"><script>", Colleagues.PASSWORD);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.text()).contains("name or password is wrong").doesNotContain("<script>");
    assertThat(browser.post("/console/login", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aPasswordCanBeChangedOnTheWayIn() {
    Map<String, String> short_ =
        Map.of("name", name, "password", Colleagues.PASSWORD, "new-password", "short");
    Page refused = browser.post("/console/login", short_);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("name=\"new-password\"");
    Map<String, String> longEnough =
        Map.of("name", name, "password", Colleagues.PASSWORD, "new-password", "quite another one");
    assertThat(browser.post("/console/login", longEnough).status()).isEqualTo(303);
    assertThat(new Browser(base).logIn(name, Colleagues.PASSWORD).status()).isEqualTo(401);
    assertThat(new Browser(base).logIn(name, "quite another one").status()).isEqualTo(303);
  }

  @Test
  void triesAreCountedTogetherWithThoseOfTheInterface() {
    for (int i = 0; i < 6; i++) {
      Colleagues.login(client, "guessed" + name, "wrong password");
    }
    int status = 401;
    for (int i = 0; i < 6 && status == 401; i++) {
      status = browser.logIn("guessed" + name, "wrong password").status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void nobodyIsSentElsewhereAfterwards() {
    for (String next : new String[] {"https://evil.example/", "//evil.example"}) {
      Map<String, String> typed =
          Map.of("name", name, "password", Colleagues.PASSWORD, "next", next);
      Page in = browser.post("/console/login", typed);
      assertThat(in.leadsTo()).as(next).isEqualTo("/console");
      assertThat(URI.create(in.header("Location")).getHost()).as(next).isIn("localhost", null);
    }
    assertThat(browser.get("/console/login?next=//evil.example").text())
        .contains("value=\"/console\"");
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
