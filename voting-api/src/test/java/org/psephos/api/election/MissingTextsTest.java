package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.api.fixture.Drafts;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.JsonEdit;

class MissingTextsTest {

  private static final Json.Obj ENGLISH =
      JsonEdit.replace(Drafts.minimal("Ed25519"), "uuid", "abcdefghijkmnp");

  /** English and French, both complete. */
  private static Json.Obj bilingual() {
    Json english = JsonEdit.get(ENGLISH, "languages.en");
    Json.Obj french = JsonEdit.replace((Json.Obj) english, "language", "fr");
    return JsonEdit.replace(ENGLISH, "languages.fr", french);
  }

  private static Draft draft(Json.Obj json) throws DecodingException {
    return Draft.decode(json);
  }

  @Test
  void aCompleteDraftHasNoGaps() throws Exception {
    Draft complete = draft(bilingual());
    assertThat(MissingTexts.of(complete)).isEmpty();
    assertThatCode(() -> MissingTexts.requireNone(complete)).doesNotThrowAnyException();
  }

  @Test
  void questionsAndAnswersNeedWordsInEveryLanguage() throws Exception {
    Json.Obj json = JsonEdit.replace(bilingual(), "languages.fr.questions[0].answers[1]", " ");
    json = JsonEdit.replace(json, "languages.fr.questions[0].question", "");
    json = JsonEdit.replace(json, "languages.en.questions[0].answers[2]", "");
    Draft draft = draft(json);
    assertThat(MissingTexts.of(draft))
        .containsEntry("en", List.of("questions[0].answers[2]"))
        .containsEntry("fr", List.of("questions[0].question", "questions[0].answers[1]"));
    assertThatThrownBy(() -> MissingTexts.requireNone(draft))
        .isInstanceOf(RefusedException.class)
        .hasMessage("languages.en.questions[0].answers[2]: the text is missing, and 2 more");
  }

  @Test
  void otherLanguagesSayWhatTheDefaultOneSays() throws Exception {
    Json.Obj json = JsonEdit.replace(bilingual(), "languages.fr.description", "");
    assertThat(MissingTexts.of(draft(json))).containsEntry("fr", List.of("description"));
    json = JsonEdit.replace(json, "languages.en.description", "");
    assertThat(MissingTexts.of(draft(json))).isEmpty();
    json = JsonEdit.replace(json, "languages.fr.description", "Plus");
    assertThat(MissingTexts.of(draft(json))).isEmpty();
  }
}
