package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** Whose link is good for what, when links are made anew and trustees come and go. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LinksTest {

  @TestHTTPResource("/")
  URI base;

  private Held held;

  @BeforeEach
  void draft() throws Exception {
    held = Held.draft(base);
  }

  private Answer post(String body) throws Exception {
    return held.client().send("POST", held.path("/links"), Held.officialToken(), Utf8.encode(body));
  }

  private String token(String body) throws Exception {
    Answer made = post(body);
    assertThat(made.status()).isEqualTo(201);
    return URI.create(made.text("link")).getFragment();
  }

  /** Whether the token lets its holder read the draft. */
  private boolean works(String token) {
    return held.client().get(held.path("/draft"), token).status() == 200;
  }

  @Test
  void aFreshLinkMakesTheOneBeforeVoidAndNobodyElses() throws Exception {
    String second = token("{\"role\":\"trustee\",\"trustee\":2}");
    assertThat(works(second)).isTrue();
    assertThat(works(held.trustee(2))).isFalse();
    assertThat(works(held.trustee(1))).isTrue();
    assertThat(works(held.registrar())).isTrue();
    String registrar = token("{\"role\":\"registrar\"}");
    assertThat(works(registrar)).isTrue();
    assertThat(works(held.registrar())).isFalse();
    assertThat(works(token("{\"role\":\"registrar\"}"))).isTrue();
    assertThat(works(registrar)).isFalse();
  }

  @Test
  void theHolderOfAFreshLinkIsThatTrustee() throws Exception {
    String second = token("{\"role\":\"trustee\",\"trustee\":2}");
    Answer seat = held.client().get(held.path("/ceremony/seat"), second);
    assertThat(seat.json().members().get("owner")).isEqualTo(new Json.Int(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"trustee\",\"trustee\":3}",
        "{\"role\":\"trustee\",\"trustee\":0}",
        "{\"role\":\"trustee\",\"trustee\":4294967297}"
      })
  void nobodyHasALinkWhoIsNotThere(String seat) throws Exception {
    assertThat(post(seat).problem()).isEqualTo("422 wrong-shape");
    assertThat(works(held.trustee(1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"official\"}",
        "{\"role\":\"observer\"}",
        "{\"role\":\"trustee\"}",
        "{\"role\":\"registrar\",\"trustee\":1}",
        "{\"role\":\"trustee\",\"trustee\":1,\"more\":1}"
      })
  void thereAreNoOtherLinks(String seat) throws Exception {
    assertThat(post(seat).problem()).isEqualTo("400 malformed");
  }

  private Answer trustees(String... names) throws Exception {
    List<Json> list = List.of(names).stream().<Json>map(Json.Text::new).toList();
    byte[] body = Json.Obj.with("trustees", new Json.Arr(list)).build().toBytes();
    return held.client().send("PATCH", held.path(""), Held.officialToken(), body);
  }

  @Test
  void aNewNameOfATrusteeKeepsTheLink() throws Exception {
    assertThat(trustees("Tess", "Thomas").status()).isEqualTo(200);
    assertThat(works(held.trustee(2))).isTrue();
  }

  @Test
  void anotherNumberOfTrusteesMakesTheLinksVoidOfThoseWhoMoved() throws Exception {
    assertThat(trustees("Tess", "Tina", "Tom").status()).isEqualTo(200);
    assertThat(works(held.trustee(1))).isTrue();
    assertThat(works(held.trustee(2))).isFalse();
    assertThat(works(token("{\"role\":\"trustee\",\"trustee\":3}"))).isTrue();
    assertThat(works(held.registrar())).isTrue();
  }

  @Test
  void oneTrusteeMoreAtTheEndMovesNobody() throws Exception {
    assertThat(trustees("Tess", "Tom", "Tina").status()).isEqualTo(200);
    assertThat(works(held.trustee(1))).isTrue();
    assertThat(works(held.trustee(2))).isTrue();
  }

  @Test
  void whoIsNoTrusteeAnyMoreHasNoLink() throws Exception {
    assertThat(trustees("Tess").status()).isEqualTo(200);
    assertThat(works(held.trustee(2))).isFalse();
    assertThat(post("{\"role\":\"trustee\",\"trustee\":2}").problem()).isEqualTo("422 wrong-shape");
  }

  @Test
  void onceTheBoardHasBegunTheirNumberIsFixed() throws Exception {
    held.begin();
    assertThat(trustees("Tess").problem()).isEqualTo("400 malformed");
    assertThat(trustees("Tess", "Tom", "Tina").problem()).isEqualTo("400 malformed");
    assertThat(trustees("Tess", "Thomas").status()).isEqualTo(200);
    assertThat(works(held.trustee(2))).isTrue();
  }

  @Test
  void officialsAndTheOperatorSeeAllElections() throws Exception {
    Json.Obj named =
        JsonEdit.replace(Drafts.minimal("Ed25519"), "languages.en.name", "A second one");
    Held second = Held.draft(base, named).begin();
    for (String token : List.of(Held.officialToken(), Held.operatorToken())) {
      Answer list = held.client().get("/api/v1/elections", token);
      Json.Arr rows = (Json.Arr) list.json().members().get("elections");
      assertThat(rows.items().subList(0, 2))
          .extracting(row -> JsonEdit.text(row, "uuid"))
          .containsExactly(second.uuid(), held.uuid());
      assertThat(JsonEdit.text(rows.items().get(0), "name")).isEqualTo("A second one");
      assertThat(JsonEdit.text(rows.items().get(0), "state")).isEqualTo("KEYS");
      assertThat(JsonEdit.text(rows.items().get(1), "state")).isEqualTo("DRAFT");
    }
  }
}
