package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Browser;
import org.psephos.api.fixture.Browser.Page;
import org.psephos.api.fixture.Client;
import org.psephos.api.fixture.Colleagues;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;

/** Who sees which page, and which forms are taken. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PageAccessTest {

  private static final String PAGE = "/console/for-tests";
  private static final String NAME = "reader";

  private static Browser browser;

  @TestHTTPResource("/")
  URI base;

  private Client client;

  @BeforeEach
  void somebodyIsLoggedIn() throws Exception {
    client = new Client(base);
    if (browser == null) {
      browser = Colleagues.browse(base, NAME, "official");
    }
    browser.sameOrigin();
  }

  @Test
  void whoIsLoggedInSeesThePage() {
    Page page = browser.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("for " + NAME);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void whoIsNotLoggedInIsAskedToAndComesBack() {
    Browser visitor = new Browser(base);
    Page asked = visitor.get(PAGE + "?a=b&c=%2F");
    assertThat(asked.status()).isEqualTo(303);
    assertThat(asked.leadsTo())
        .isEqualTo("/console/login?next=%2Fconsole%2Ffor-tests%3Fa%3Db%26c%3D%252F");
    Page form = visitor.get(asked.leadsTo());
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.text()).contains("value=\"/console/for-tests?a=b&amp;c=%2F\"");
    Map<String, String> typed = new HashMap<>();
    typed.put("name", NAME);
    typed.put("password", Colleagues.PASSWORD);
    typed.put("next", PAGE + "?a=b&c=%2F");
    Page in = visitor.post("/console/login", typed);
    assertThat(in.leadsTo()).isEqualTo(PAGE + "?a=b&c=%2F");
    assertThat(visitor.get(in.leadsTo()).status()).isEqualTo(200);
  }

  @Test
  void theCookieOpensNoInterfaceAndTheHeaderNoPage() throws Exception {
    String cookie = browser.cookies().get("psephos-session");
    byte[] draft = Drafts.minimal("Ed25519").toBytes();
    assertThat(client.send("POST", "/api/v1/elections", cookie, draft).problem())
        .isEqualTo("401 unauthorized");
    Page inCookie = browser.post("/api/v1/invitations", Map.of());
    assertThat(inCookie.status()).isIn(401, 415);
    assertThat(browser.get("/api/v1/audit-log").status()).isEqualTo(401);

    String token = Colleagues.login(client, NAME, Colleagues.PASSWORD).text("token");
    assertThat(client.send("POST", "/api/v1/elections", token, draft).status()).isEqualTo(201);
    Browser script = new Browser(base).with(Map.of("Authorization", "Bearer " + token));
    assertThat(script.get(PAGE).status()).isEqualTo(303);
    script.cookies().put("psephos-session", token);
    assertThat(script.get(PAGE).status()).isEqualTo(303);
    script.cookies().put("psephos-session", Held.officialToken());
    assertThat(script.get(PAGE).status()).isEqualTo(303);
  }

  @Test
  void rolesAndPhasesAreThoseOfTheInterface() throws Exception {
    assertRefused(browser.get(PAGE + "/operator"), 403);
    assertRefused(browser.get(PAGE + "/nobody"), 403);
    Held draft = Held.draft(base);
    assertRefused(browser.get(PAGE + "/e/" + draft.uuid()), 409);
    assertRefused(browser.get(PAGE + "/e/00000000000000"), 404);
    Held open = Held.open(base);
    assertThat(browser.get(PAGE + "/e/" + open.uuid()).text()).isEqualTo("open");
    assertThat(new Browser(base).get(PAGE + "/public").text()).isEqualTo("for everyone");
  }

  @Test
  void refusalsAndFailuresArePages() {
    assertRefused(browser.get("/no/such/page"), 404);
    assertRefused(browser.get(PAGE + "/no/such/page"), 404);
    assertRefused(browser.post(PAGE + "/public", Map.of()), 405);
    Page failed = browser.get(PAGE + "/broken");
    assertRefused(failed, 500);
    assertThat(failed.text()).doesNotContain("secret of the inside");
  }

  @Test
  void aFormOfTheSessionIsTaken() {
    String token = browser.get(PAGE).formToken();
    assertThat(browser.post(PAGE, form(token, "text")).text()).isEqualTo("changed to 4");
    assertThat(browser.post(PAGE, form(token, "x".repeat(1 << 18))).text())
        .isEqualTo("changed to " + (1 << 18));
  }

  @Test
  void aFormWithoutTheSessionsTokenIsRefused() throws Exception {
    String token = browser.get(PAGE).formToken();
    Browser colleague = Colleagues.browse(base, NAME + ".other", "official");
    String others = colleague.get(PAGE).formToken();
    Browser again = new Browser(base);
    again.logIn(NAME, Colleagues.PASSWORD);
    String earlier = again.get(PAGE).formToken();
    assertThat(token).isNotEqualTo(others).isNotEqualTo(earlier);
    for (String wrong : new String[] {"", "x", others, earlier, token + "A", token.substring(1)}) {
      assertRefused(browser.post(PAGE, form(wrong, "text")), 403);
    }
    assertRefused(browser.post(PAGE, Map.of("text", "text")), 403);
    assertRefused(browser.post(PAGE + "?form-token=" + token, Map.of("text", "text")), 403);
    assertThat(browser.post(PAGE, form(token, "text")).status()).isEqualTo(200);
  }

  @Test
  void aFormFromElsewhereIsRefusedEvenWithTheToken() {
    String token = browser.get(PAGE).formToken();
    for (Map<String, String> elsewhere : HeadersOfForms.ELSEWHERE) {
      assertRefused(browser.with(elsewhere).post(PAGE, form(token, "text")), 403);
      assertRefused(browser.post("/console/logout", form(token, "")), 403);
      assertRefused(browser.logIn(NAME, Colleagues.PASSWORD), 403);
    }
    for (Map<String, String> ours : HeadersOfForms.OURS) {
      assertThat(browser.with(ours).post(PAGE, form(token, "text")).status()).isEqualTo(200);
    }
  }

  @Test
  void filesAreTakenWithTheTokenOnly() {
    String token = browser.get(PAGE).formToken();
    assertThat(browser.upload(PAGE + "/file", Map.of("form-token", token), "file", "abc").text())
        .isEqualTo("a file of 3");
    assertRefused(browser.upload(PAGE + "/file", Map.of("form-token", "x"), "file", "abc"), 403);
    assertRefused(browser.upload(PAGE + "/file", Map.of(), "file", "abc"), 403);
  }

  @Test
  void longFormsAreNotRead() {
    String token = browser.get(PAGE).formToken();
    assertRefused(browser.post(PAGE, form(token, "x".repeat(5 << 20))), 413);
    assertRefused(browser.post(PAGE, form(token, "x".repeat(2 << 20))), 413);
    assertRefused(browser.logIn(NAME, "x".repeat(20 << 10)), 413);
    assertRefused(browser.chunked(PAGE, form(token, "text")), 413);
  }

  private static Map<String, String> form(String token, String text) {
    return Map.of("form-token", token, "text", text);
  }

  private static void assertRefused(Page page, int status) {
    assertThat(page.status()).isEqualTo(status);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("<h1>");
  }
}
