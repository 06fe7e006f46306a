package org.psephos.api.election;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;

/**
 * Texts that some voters would miss: a question or an answer without words, or what the default
 * language says and another one does not. A draft may have such gaps; a frozen definition has none.
 */
public final class MissingTexts {

  private final TextDefinition model;
  private final TextDefinition text;
  private final List<String> missing = new ArrayList<>();

  private MissingTexts(TextDefinition model, TextDefinition text) {
    this.model = model;
    this.text = text;
  }

  /**
   * The gaps of each language that has some.
   *
   * @return language to places such as {@code questions[0].answers[2]}, in their order
   */
  public static SortedMap<String, List<String>> of(Draft draft) {
    SortedMap<String, List<String>> gaps = new TreeMap<>();
    draft
        .languages()
        .forEach(
            (tag, text) -> {
              List<String> missing = new MissingTexts(draft.defaultText(), text).find();
              if (!missing.isEmpty()) {
                gaps.put(tag, missing);
              }
            });
    return gaps;
  }

  /**
   * Does nothing if there is no gap.
   *
   * @throws RefusedException naming the first one
   */
  static void requireNone(Draft draft) throws RefusedException {
    SortedMap<String, List<String>> gaps = of(draft);
    if (!gaps.isEmpty()) {
      String language = gaps.firstKey();
      int others = gaps.values().stream().mapToInt(List::size).sum() - 1;
      throw new RefusedException(
          Code.WRONG_STATE,
          "languages."
              + (language + "." + gaps.get(language).get(0) + ": the text is missing")
              + (others == 0 ? "" : ", and " + others + " more"));
    }
  }

  private List<String> find() {
    compare("administrator", model.administrator(), text.administrator());
    compare("credential_authority", model.credentialAuthority(), text.credentialAuthority());
    compare("description", model.description(), text.description());
    for (int i = 0; i < text.questions().size(); i++) {
      QuestionText question = text.questions().get(i);
      require("questions[" + i + "].question", question.question());
      for (int j = 0; j < question.answers().size(); j++) {
        require("questions[" + i + "].answers[" + j + "]", question.answers().get(j));
      }
    }
    return List.copyOf(missing);
  }

  private void compare(String place, String original, String words) {
    if (!original.isBlank()) {
      require(place, words);
    }
  }

  private void require(String place, String words) {
    if (words.isBlank()) {
      missing.add(place);
    }
  }
}
