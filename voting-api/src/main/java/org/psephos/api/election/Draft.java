package org.psephos.api.election;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Groups;

/**
 * An election as its official describes it, before anything is fixed. Immutable; what exists has
 * been checked, so that freezing cannot fail for a reason that could have been known earlier.
 *
 * @param languages language tag to everything a voter reads; all with the same questions
 * @param trustees their names, in order of their numbers
 * @param thresholdGroup the last of them, if they make one key together; all others hold one alone
 * @param rehearsal what was practised before; until the definition is frozen it may be left open
 */
public record Draft(
    ElectionId uuid,
    Mode mode,
    String group,
    SortedMap<String, TextDefinition> languages,
    String defaultLanguage,
    List<QuestionRule> questions,
    List<String> trustees,
    Optional<ThresholdGroup> thresholdGroup,
    long opens,
    long closes,
    long minimumBallots,
    Optional<Rehearsal> rehearsal,
    Conduct conduct) {

  /** What is read of a draft: the largest body of a request that describes an election. */
  public static final Limits LIMITS = new Limits(16 << 20, 16, TextDefinition.LONGEST);

  private static final int LONGEST_NAME = 200;

  public Draft {
    languages = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(languages));
    questions = List.copyOf(questions);
    trustees = List.copyOf(trustees);
  }

  /**
   * Reads a draft.
   *
   * @throws DecodingException if a member is missing, unknown or makes no sense
   */
  public static Draft decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    Draft draft =
        new Draft(
            fields.required("uuid", value -> ElectionId.decode(JsonFields.text(value))),
            fields.required("mode", value -> Mode.named(JsonFields.text(value))),
            fields.required("group", Draft::group),
            fields.required("languages", Draft::languages),
            fields.text("default_language"),
            fields.list("questions", QuestionRule::decode),
            fields.list("trustees", Draft::name),
            fields.optional("threshold_group", ThresholdGroup::decode),
            fields.number("opens"),
            fields.number("closes"),
            fields.number("minimum_ballots"),
            fields.optional("rehearsal", Rehearsal::decode),
            Conduct.decode(fields));
    fields.end();
    draft.requireSense();
    return draft;
  }

  /**
   * Reads a draft that was stored.
   *
   * @throws IllegalStateException if it is not one
   */
  public static Draft stored(String text) {
    try {
      return decode(JsonParser.parse(org.psephos.crypto.codec.Utf8.encode(text), LIMITS));
    } catch (DecodingException e) {
      throw new IllegalStateException("a stored draft is damaged", e);
    }
  }

  /**
   * The same draft with some members replaced.
   *
   * @throws DecodingException if the outcome makes no sense
   */
  public Draft edited(Json.Obj changes) throws DecodingException {
    Map<String, Json> members = new LinkedHashMap<>(toJson().members());
    members.putAll(changes.members());
    return decode(new Json.Obj(members));
  }

  /** Every member, in the form that {@link #decode} reads. */
  public Json.Obj toJson() {
    Map<String, Json> texts = new LinkedHashMap<>();
    languages.forEach((tag, text) -> texts.put(tag, text.toJson()));
    Json.Builder draft =
        Json.Obj.with("uuid", uuid.value())
            .and("mode", mode.wireName())
            .and("group", group)
            .and("languages", new Json.Obj(texts))
            .and("default_language", defaultLanguage)
            .and("questions", new Json.Arr(questions.stream().map(QuestionRule::toJson).toList()))
            .and(
                "trustees",
                new Json.Arr(trustees.stream().map(n -> (Json) new Json.Text(n)).toList()))
            .and("opens", opens)
            .and("closes", closes)
            .and("minimum_ballots", minimumBallots);
    rehearsal.ifPresent(held -> draft.and("rehearsal", held.toJson()));
    thresholdGroup.ifPresent(group -> draft.and("threshold_group", group.toJson()));
    conduct.putInto(draft);
    return draft.build();
  }

  /** What voters read in the language that election.json is written in. */
  public TextDefinition defaultText() {
    return languages.get(defaultLanguage);
  }

  private void requireSense() throws DecodingException {
    requireSize("questions", questions.size(), Election.MAX_QUESTIONS);
    requireSize("trustees", trustees.size(), ReadyEntry.MOST_TRUSTEES);
    if (thresholdGroup.isPresent() && thresholdGroup.get().size() > trustees.size()) {
      throw new DecodingException(
          "threshold_group.size",
          "at most the number of trustees, " + trustees.size(),
          "" + thresholdGroup.get().size());
    }
    if (!languages.containsKey(defaultLanguage)) {
      throw new DecodingException("default_language", "one of languages", defaultLanguage);
    }
    for (Map.Entry<String, TextDefinition> language : languages.entrySet()) {
      requireSameQuestions("languages." + language.getKey(), language.getValue());
    }
    if (opens < 0 || closes <= opens || closes > CanonicalJson.LARGEST) {
      throw new DecodingException("closes", "a time after opens", "" + closes);
    }
    if (minimumBallots < 0 || minimumBallots > Rules.MOST_VOTERS) {
      throw new DecodingException(
          "minimum_ballots", "0 to " + Rules.MOST_VOTERS, "" + minimumBallots);
    }
  }

  private void requireSameQuestions(String path, TextDefinition text) throws DecodingException {
    List<Integer> expected = questions.stream().map(QuestionRule::answers).toList();
    List<Integer> found = text.questions().stream().map(q -> q.answers().size()).toList();
    if (!expected.equals(found)) {
      throw new DecodingException(
          path + ".questions", "as many answers as questions say: " + expected, found.toString());
    }
  }

  private static void requireSize(String path, int size, int most) throws DecodingException {
    if (size < 1 || size > most) {
      throw new DecodingException(path, "1 to " + most, "" + size);
    }
  }

  private static String group(Json value) throws DecodingException {
    return Groups.named(JsonFields.text(value)).name();
  }

  private static String name(Json value) throws DecodingException {
    String name = JsonFields.text(value);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new DecodingException("", "a name of 1 to " + LONGEST_NAME + " characters", name);
    }
    return name;
  }

  private static SortedMap<String, TextDefinition> languages(Json json) throws DecodingException {
    if (!(json instanceof Json.Obj object)) {
      throw new DecodingException("", "an object of languages", "something else");
    }
    SortedMap<String, TextDefinition> texts = new TreeMap<>();
    List<String> tags = new ArrayList<>(object.members().keySet());
    for (String tag : tags) {
      texts.put(tag, language(tag, object.members().get(tag)));
    }
    return texts;
  }

  private static TextDefinition language(String tag, Json json) throws DecodingException {
    try {
      TextDefinition text = TextDefinition.fromJson(json);
      if (!text.language().equals(tag)) {
        throw new DecodingException("language", tag, text.language());
      }
      return text;
    } catch (DecodingException e) {
      throw e.within(tag);
    }
  }
}
