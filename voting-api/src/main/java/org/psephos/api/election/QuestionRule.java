package org.psephos.api.election;

import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.Question;

/**
 * How many answers of a question a ballot may choose.
 *
 * @param answers how many there are; their texts stand in the languages
 * @param min the fewest
 * @param max the most
 * @param blank whether "none of these" is a choice of its own
 */
public record QuestionRule(int answers, int min, int max, boolean blank) {

  static QuestionRule decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    long answers = fields.number("answers");
    long min = fields.number("min");
    long max = fields.number("max");
    boolean blank = fields.optional("blank", JsonValues::bool).orElse(false);
    fields.end();
    if (answers < 1 || answers > Question.MAX_ANSWERS) {
      throw new DecodingException("answers", "1 to " + Question.MAX_ANSWERS, "" + answers);
    }
    if (!(0 <= min && min <= max && max <= answers && max >= 1)) {
      throw new DecodingException("min", "0 ≤ min ≤ max ≤ answers, max at least 1", "" + min);
    }
    return new QuestionRule((int) answers, (int) min, (int) max, blank);
  }

  Json toJson() {
    return Json.Obj.with("answers", answers)
        .and("blank", new Json.Bool(blank))
        .and("max", max)
        .and("min", min)
        .build();
  }

  /** The question of election.json, with the texts of one language. */
  Question.Homomorphic with(QuestionText text) {
    return new Question.Homomorphic(text.question(), text.answers(), min, max, blank);
  }
}
