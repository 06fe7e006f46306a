package org.psephos.crypto.decryption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * One value for each choice of each question: the shape that the encrypted tally, decryption
 * factors, proofs and counts share.
 *
 * @param questions for each question its values, blank first where there is one
 */
public record PerChoice<T>(List<List<T>> questions) {

  public PerChoice {
    questions = questions.stream().map(List::copyOf).toList();
  }

  static <T> PerChoice<T> decode(Json value, JsonFields.Decoder<T> decoder)
      throws DecodingException {
    return new PerChoice<>(JsonFields.list(value, question -> JsonFields.list(question, decoder)));
  }

  Json toJson(Function<T, Json> encoder) {
    List<Json> rows = new ArrayList<>();
    for (List<T> question : questions) {
      rows.add(new Json.Arr(question.stream().map(encoder).toList()));
    }
    return new Json.Arr(rows);
  }

  /** All values, in question order, then choice order. */
  public List<T> all() {
    return questions.stream().flatMap(List::stream).toList();
  }

  /** The same shape with other values. */
  public <R> PerChoice<R> map(Function<? super T, ? extends R> function) {
    List<List<R>> mapped = new ArrayList<>();
    for (List<T> question : questions) {
      mapped.add(question.stream().<R>map(function).toList());
    }
    return new PerChoice<>(mapped);
  }

  /**
   * The same shape filled with other values, given in the order of {@link #all}.
   *
   * @throws IllegalArgumentException unless there are as many values as choices
   */
  public <R> PerChoice<R> filledWith(List<R> values) {
    if (values.size() != all().size()) {
      throw new IllegalArgumentException("not as many values as choices");
    }
    List<List<R>> filled = new ArrayList<>();
    int from = 0;
    for (List<T> question : questions) {
      filled.add(values.subList(from, from + question.size()));
      from += question.size();
    }
    return new PerChoice<>(filled);
  }

  /** Where each value stands, in the order of {@link #all}: {@code [question][choice]}. */
  public List<String> places() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      for (int j = 0; j < questions.get(i).size(); j++) {
        places.add("[" + i + "][" + j + "]");
      }
    }
    return places;
  }

  /** The number of values for each question. */
  public List<Integer> shape() {
    return questions.stream().map(List::size).toList();
  }

  void requireShape(String path, List<Integer> expected) throws DecodingException {
    if (!shape().equals(expected)) {
      throw new DecodingException(path, "values shaped as " + expected, shape().toString());
    }
  }
}
