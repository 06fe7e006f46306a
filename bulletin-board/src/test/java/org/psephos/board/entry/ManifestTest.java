package org.psephos.board.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

class ManifestTest {

  private static BoardObject object(String text) {
    return BoardObject.of(Utf8.encode(text));
  }

  private static String text(BoardObject object) throws DecodingException {
    return Utf8.decode(object.toByteArray());
  }

  @Test
  void a_manifest_is_read_back_as_itself() throws DecodingException {
    Manifest manifest = EntryFixtures.manifest();
    assertThat(Manifest.decode(manifest.encode())).isEqualTo(manifest);
    assertThat(text(manifest.encode()))
        .startsWith("{\"booth\":\"")
        .contains(
            "\"rules\":{\"closes\":1800086400,\"minimum_ballots\":0,\"opens\":1800000000,"
                + "\"rehearsal\":{\"waiver\":\"a test\"},\"voters\":10,\"weight\":12}")
        .doesNotContain("witnesses");
  }

  @Test
  void a_manifest_reaches_its_texts_in_the_order_of_their_languages() {
    assertThat(EntryFixtures.manifest().references())
        .containsExactly(
            new Reference(EntryFixtures.definition().encode().hash(), ObjectKind.TEXT_DEFINITION),
            new Reference(EntryFixtures.hash("text pt"), ObjectKind.TEXT_DEFINITION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"voters\":10|\"voters\":0",
        "\"voters\":10|\"voters\":13",
        "\"voters\":10|\"voters\":1000001",
        "\"weight\":12|\"weight\":1000000001",
        "\"closes\":1800086400|\"closes\":1800000000",
        "\"minimum_ballots\":0|\"minimum_ballots\":11",
        "{\"waiver\":\"a test\"}|{}",
        "{\"waiver\":\"a test\"}|{\"waiver\":\"\"}",
        "{\"waiver\":\"a test\"}|{\"origin\":\"o\",\"size\":1}",
        "\"en\"|\"English\"",
        "\"registrar\":\"0f|\"registrar\":\"0F"
      })
  void a_manifest_outside_its_ranges_is_refused(String from, String to) throws DecodingException {
    String good = text(EntryFixtures.manifest().encode());
    String bad = good.replace(from, to);
    assertThat(bad).isNotEqualTo(good);
    assertThat(Manifest.decode(object(good))).isEqualTo(EntryFixtures.manifest());
    assertThatThrownBy(() -> Manifest.decode(object(bad))).isInstanceOf(DecodingException.class);
  }

  @Test
  void a_tallied_rehearsal_is_named_by_its_final_head() throws DecodingException {
    Rehearsal.Tallied tallied = new Rehearsal.Tallied("host/board/x", EntryFixtures.hash("r"), 9);
    assertThat(Rehearsal.decode(tallied.toJson())).isEqualTo(tallied);
  }

  @Test
  void a_definition_is_read_back_as_itself() throws DecodingException {
    TextDefinition definition = EntryFixtures.definition();
    assertThat(TextDefinition.decode(definition.encode())).isEqualTo(definition);
  }

  @Test
  void a_definition_has_1_to_50_questions() {
    QuestionText question = new QuestionText(List.of("a"), "q");
    assertThat(definition(java.util.Collections.nCopies(50, question)).questions()).hasSize(50);
    assertThatThrownBy(() -> definition(java.util.Collections.nCopies(51, question)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> definition(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static TextDefinition definition(List<QuestionText> questions) {
    return new TextDefinition("a", "c", "d", "en", "n", questions);
  }

  @Test
  void text_with_a_delete_character_is_refused_however_it_is_spelled() throws DecodingException {
    assertThat(LocalizedText.decode(object("{\"en\":\"late\"}")).texts())
        .containsExactly(Map.entry("en", "late"));
    for (String delete : List.of("\u007f", "\\u007f")) {
      assertThatThrownBy(() -> LocalizedText.decode(object("{\"en\":\"la" + delete + "te\"}")))
          .isInstanceOf(DecodingException.class);
    }
    assertThatThrownBy(() -> LocalizedText.of(Map.of("en", "la\u007fte")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_credential_authority_of_the_definition_names_the_manifest() {
    assertThat(Manifest.credentialAuthority(EntryFixtures.hash("m")))
        .isEqualTo("psephos/1 " + EntryFixtures.hash("m").hex());
  }
}
