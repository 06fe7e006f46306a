package org.psephos.tally.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.election.TextRule;

/** Looks at everything a voter reads, language by language. */
final class LanguagesCheck {

  private static final int MOST_LANGUAGES = 100;

  private final Faults faults;
  private final List<Integer> answers;

  /**
   * @param answers how many each question has, as {@code questions} says; empty if that is unclear
   */
  LanguagesCheck(Faults faults, List<Integer> answers) {
    this.faults = faults;
    this.answers = List.copyOf(answers);
  }

  /** The texts that are as they must be. */
  SortedMap<String, TextDefinition> check(Json json) {
    SortedMap<String, TextDefinition> texts = new TreeMap<>();
    Optional<Probe> languages = Probe.of("languages", json, faults);
    if (languages.isEmpty()) {
      return texts;
    }
    if (languages.get().names().size() > MOST_LANGUAGES) {
      faults.add("languages", "at most " + MOST_LANGUAGES, "" + languages.get().names().size());
    }
    for (Map.Entry<String, Json> language : ((Json.Obj) json).members().entrySet()) {
      String path = "languages." + language.getKey();
      Probe.of(path, language.getValue(), faults)
          .filter(text -> isSound(language.getKey(), text))
          .flatMap(
              text -> Probe.decode(path, language.getValue(), faults, TextDefinition::fromJson))
          .ifPresent(text -> texts.put(language.getKey(), text));
    }
    return texts;
  }

  private boolean isSound(String tag, Probe text) {
    int before = faults.size();
    line(text, "administrator");
    text.required("credential_authority", value -> bounded(JsonFields.text(value)));
    text.required("description", value -> honest(value, TextRule.PARAGRAPHS));
    text.required("language", value -> same(tag, JsonFields.text(value)));
    line(text, "name")
        .filter(String::isEmpty)
        .ifPresent(empty -> faults.add(text.path("name"), "a text", "an empty one"));
    questions(text);
    text.end("administrator, credential_authority, description, language, name or questions");
    return faults.size() == before;
  }

  private void questions(Probe text) {
    int before = faults.size();
    List<Probe> questions = text.objects("questions", Election.MAX_QUESTIONS);
    List<Integer> found = new ArrayList<>();
    for (Probe question : questions) {
      line(question, "question");
      List<Json> items = question.items("answers", Question.MAX_ANSWERS);
      for (int i = 0; i < items.size(); i++) {
        Probe.decode(
            question.path("answers") + "[" + i + "]",
            items.get(i),
            faults,
            value -> honest(value, TextRule.LINE));
      }
      found.add(items.size());
      question.end("answers or question");
    }
    if (faults.size() == before && !answers.isEmpty() && !answers.equals(found)) {
      faults.add(
          text.path("questions"), "as many answers as questions say: " + answers, found.toString());
    }
  }

  private static Optional<String> line(Probe text, String name) {
    return text.required(name, value -> honest(value, TextRule.LINE));
  }

  private static String honest(Json value, TextRule rule) throws DecodingException {
    String text = bounded(JsonFields.text(value));
    OptionalInt refused = rule.firstRefused(text);
    if (refused.isPresent()) {
      throw new DecodingException(
          "",
          "no control characters and none that turn the direction of writing",
          String.format(Locale.ROOT, "U+%04X", refused.getAsInt()));
    }
    return text;
  }

  private static String bounded(String text) throws DecodingException {
    if (text.length() > TextDefinition.LONGEST) {
      throw new DecodingException(
          "", "at most " + TextDefinition.LONGEST + " characters", "" + text.length());
    }
    return text;
  }

  private static String same(String tag, String language) throws DecodingException {
    if (!tag.equals(language)) {
      throw new DecodingException("", tag + ", as the member is called", language);
    }
    return language;
  }
}
