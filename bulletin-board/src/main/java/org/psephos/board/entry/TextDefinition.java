package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;

/**
 * Everything a voter reads, in one language. Its questions match election.json in number and in
 * numbers of answers, which whoever holds both has to check.
 *
 * @param credentialAuthority who handed out the codes
 * @param questions 1 to 50
 */
public record TextDefinition(
    String administrator,
    String credentialAuthority,
    String description,
    String language,
    String name,
    List<QuestionText> questions) {

  /** The longest text in characters. */
  public static final int LONGEST = 10_000;

  private static final int MOST_QUESTIONS = 50;
  private static final int MOST_ANSWERS = 200;
  private static final Limits LIMITS = new Limits(64 << 20, 16, LONGEST);

  /** The text of one question and of its answers, 1 to 200, in the order of election.json. */
  public record QuestionText(List<String> answers, String question) {
    public QuestionText {
      answers = List.copyOf(answers);
      Ranges.within("answers", answers.size(), 1, MOST_ANSWERS);
      answers.forEach(answer -> bounded("answer", answer));
      bounded("question", question);
    }

    private Json.Obj toJson() {
      List<Json> texts = answers.stream().map(text -> (Json) new Json.Text(text)).toList();
      return Json.Obj.with("answers", new Json.Arr(texts)).and("question", question).build();
    }

    private static QuestionText decode(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      List<String> answers = fields.list("answers", JsonFields::text);
      String question = fields.text("question");
      fields.end();
      return Checked.from(() -> new QuestionText(answers, question));
    }
  }

  public TextDefinition {
    bounded("administrator", administrator);
    bounded("credential_authority", credentialAuthority);
    bounded("description", description);
    Languages.tag(language);
    Ranges.text("name", name, LONGEST);
    questions = List.copyOf(questions);
    Ranges.within("questions", questions.size(), 1, MOST_QUESTIONS);
  }

  /** The object that the manifest names. */
  public BoardObject encode() {
    return BoardObject.of(CanonicalJson.encode(toJson()));
  }

  /** The members in canonical order. */
  public Json.Obj toJson() {
    List<Json> items = questions.stream().map(question -> (Json) question.toJson()).toList();
    return Json.Obj.with("administrator", administrator)
        .and("credential_authority", credentialAuthority)
        .and("description", description)
        .and("language", language)
        .and("name", name)
        .and("questions", new Json.Arr(items))
        .build();
  }

  /**
   * Reads a definition.
   *
   * @throws DecodingException if it is malformed or not canonical
   */
  public static TextDefinition decode(BoardObject object) throws DecodingException {
    return fromJson(CanonicalJson.parse(object.toByteArray(), LIMITS));
  }

  /**
   * Reads a definition from a value in any order of members.
   *
   * @throws DecodingException if members are missing, unknown or out of range
   */
  public static TextDefinition fromJson(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    String administrator = fields.text("administrator");
    String authority = fields.text("credential_authority");
    String description = fields.text("description");
    String language = fields.text("language");
    String name = fields.text("name");
    List<QuestionText> questions = fields.list("questions", QuestionText::decode);
    fields.end();
    return Checked.from(
        () -> new TextDefinition(administrator, authority, description, language, name, questions));
  }

  private static void bounded(String name, String text) {
    requireNonNull(text, () -> name + " is null");
    Ranges.within(name + " length", text.length(), 0, LONGEST);
    Ranges.writable(name, text);
  }
}
