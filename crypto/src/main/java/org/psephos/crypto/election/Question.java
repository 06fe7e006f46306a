package org.psephos.crypto.election;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * One question of an election (protocol §3). Only {@link Homomorphic} questions can be voted on;
 * every other kind is kept under its name, so that it is refused loudly and never taken for
 * something else. Immutable.
 */
public sealed interface Question {

  /** The most answers that a question may have. */
  int MAX_ANSWERS = 200;

  /** The canonical version 1 form. */
  Json toJson();

  /**
   * Reads a question of any kind.
   *
   * @throws DecodingException if it is malformed, or its bounds make no sense
   */
  static Question decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    if (!fields.has("type")) {
      return Homomorphic.decode(fields, Optional.empty());
    }
    String type = fields.text("type");
    if (!type.equals("Homomorphic")) {
      return new Unsupported(type, json);
    }
    Optional<Json> extra = fields.optional("extra", value -> value);
    Homomorphic question =
        fields.required("value", value -> Homomorphic.decode(JsonFields.of(value), extra));
    fields.end();
    return question;
  }

  /**
   * A question whose answers are each chosen or not, and whose choices are summed while encrypted.
   *
   * @param question the text
   * @param answers at least 1, at most {@link #MAX_ANSWERS}
   * @param min the fewest answers of a ballot that is not blank
   * @param max the most answers of a ballot; 0 ≤ min ≤ max ≤ number of answers
   * @param blank whether "none of these" is a choice of its own, standing before the answers
   * @param extra free data of the generic form, kept and not interpreted
   */
  record Homomorphic(
      String question, List<String> answers, int min, int max, boolean blank, Optional<Json> extra)
      implements Question {

    public Homomorphic {
      answers = List.copyOf(answers);
      if (answers.isEmpty() || answers.size() > MAX_ANSWERS) {
        throw new IllegalArgumentException("a question has 1 to " + MAX_ANSWERS + " answers");
      }
      if (!(0 <= min && min <= max && max <= answers.size())) {
        throw new IllegalArgumentException("bounds are not 0 ≤ min ≤ max ≤ number of answers");
      }
    }

    /** A question in the bare form. */
    public Homomorphic(String question, List<String> answers, int min, int max, boolean blank) {
      this(question, answers, min, max, blank, Optional.empty());
    }

    private static Homomorphic decode(JsonFields fields, Optional<Json> extra)
        throws DecodingException {
      List<String> answers = fields.list("answers", JsonFields::text);
      boolean blank = fields.optional("blank", Homomorphic::bool).orElse(false);
      long min = fields.number("min");
      long max = fields.number("max");
      String question = fields.text("question");
      fields.end();
      if (answers.isEmpty() || answers.size() > MAX_ANSWERS) {
        throw new DecodingException(
            Reason.TOO_LARGE, "answers", "1 to " + MAX_ANSWERS + " answers", "" + answers.size());
      }
      if (!(0 <= min && min <= max && max <= answers.size())) {
        throw new DecodingException(
            "min", "0 ≤ min ≤ max ≤ " + answers.size(), "min " + min + ", max " + max);
      }
      return new Homomorphic(question, answers, (int) min, (int) max, blank, extra);
    }

    private static boolean bool(Json json) throws DecodingException {
      if (json instanceof Json.Bool bool) {
        return bool.value();
      }
      throw new DecodingException("", "a boolean", "something else");
    }

    /** The number of ciphertexts in a ballot: one per answer, and one for blank. */
    public int choices() {
      return answers.size() + (blank ? 1 : 0);
    }

    /** The number of sums a proof must allow for: min to max. */
    public int allowedSums() {
      return max - min + 1;
    }

    /**
     * True if a voter may choose this: {@link #choices()} numbers, each 0 or 1, blank first where
     * the question has it and then alone, else between min and max of them.
     */
    public boolean permits(List<Integer> choice) {
      if (choice.size() != choices() || !choice.stream().allMatch(c -> c == 0 || c == 1)) {
        return false;
      }
      int sum = choice.stream().mapToInt(Integer::intValue).sum();
      if (blank && choice.get(0) == 1) {
        return sum == 1;
      }
      return min <= sum && sum <= max;
    }

    @Override
    public Json toJson() {
      Json.Builder bare =
          Json.Obj.with("answers", new Json.Arr(answers.stream().map(Question::text).toList()));
      if (blank) {
        bare.and("blank", new Json.Bool(true));
      }
      Json.Obj value = bare.and("min", min).and("max", max).and("question", question).build();
      return extra
          .<Json>map(
              e -> Json.Obj.with("type", "Homomorphic").and("value", value).and("extra", e).build())
          .orElse(value);
    }
  }

  /**
   * A kind of question that we do not count, such as {@code NonHomomorphic} or {@code Lists}.
   *
   * @param type its name, from outside
   * @param source the whole question as it was read
   */
  record Unsupported(String type, Json source) implements Question {
    @Override
    public Json toJson() {
      return source;
    }
  }

  private static Json text(String value) {
    return new Json.Text(value);
  }
}
