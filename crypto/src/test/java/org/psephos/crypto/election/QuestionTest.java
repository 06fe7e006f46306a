package org.psephos.crypto.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;

class QuestionTest {

  private static Json json(String text) throws DecodingException {
    return JsonParser.parse(Utf8.encode(text), Limits.OBJECT);
  }

  private static DecodingException fault(String text) {
    return catchThrowableOfType(DecodingException.class, () -> Question.decode(json(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"answers\":[\"a\",\"b\"],\"min\":0,\"max\":2,\"question\":\"?\"}",
        "{\"answers\":[\"a\"],\"blank\":true,\"min\":1,\"max\":1,\"question\":\"?\"}",
        "{\"type\":\"Homomorphic\",\"value\":{\"answers\":[\"a\"],\"min\":1,\"max\":1,"
            + "\"question\":\"?\"},\"extra\":{\"x\":[1]}}"
      })
  void aSupportedQuestionIsReadAndWritten(String text) throws DecodingException {
    Question question = Question.decode(json(text));
    assertThat(question).isInstanceOf(Question.Homomorphic.class);
    assertThat(Utf8.decode(question.toJson().toBytes())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NonHomomorphic", "Lists", "homomorphic", ""})
  void everyOtherKindIsKeptByItsName(String type) throws DecodingException {
    String text =
        "{\"type\":\""
            + type
            + "\",\"value\":{\"answers\":[\"a\"],\"min\":1,\"max\":1,\"question\":\"?\"}}";
    Question question = Question.decode(json(text));
    assertThat(question).isInstanceOf(Question.Unsupported.class);
    assertThat(((Question.Unsupported) question).type()).isEqualTo(type);
    assertThat(Utf8.decode(question.toJson().toBytes())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"min\":2,\"max\":1",
        "\"min\":-1,\"max\":1",
        "\"min\":1,\"max\":3",
        "\"min\":3,\"max\":3",
        "\"min\":0,\"max\":1000000000",
        "\"min\":4294967296,\"max\":4294967297",
        "\"min\":0,\"max\":4294967296",
        "\"min\":\"0\",\"max\":1",
        "\"max\":1",
        "\"min\":0",
        "\"min\":0,\"max\":1,\"weight\":2"
      })
  void boundsThatMakeNoSenseAreRefused(String bounds) throws DecodingException {
    String right = "{\"answers\":[\"a\",\"b\"],\"min\":0,\"max\":2,\"question\":\"?\"}";
    assertThat(Question.decode(json(right))).isNotNull();
    assertThat(fault(right.replace("\"min\":0,\"max\":2", bounds))).isNotNull();
  }

  @Test
  void thereIsAtLeastOneAnswerAndNotTooMany() throws DecodingException {
    String text = "{\"answers\":[%],\"min\":0,\"max\":0,\"question\":\"?\"}";
    List<String> most = Collections.nCopies(Question.MAX_ANSWERS, "\"a\"");
    assertThat(Question.decode(json(text.replace("%", String.join(",", most))))).isNotNull();
    assertThat(fault(text.replace("%", String.join(",", most) + ",\"a\""))).isNotNull();
    assertThat(fault(text.replace("%", ""))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question.Homomorphic("?", List.of(), 0, 0, false));
  }

  @Test
  void withoutBlankTheSumIsBetweenTheBounds() {
    Question.Homomorphic question =
        new Question.Homomorphic("?", List.of("a", "b", "c"), 1, 2, false);
    assertThat(permitted(question)).containsExactly("001", "010", "011", "100", "101", "110");
    assertThat(question.permits(List.of(2, 0, 0))).isFalse();
    assertThat(question.permits(List.of(2, -1, 0))).isFalse();
    assertThat(question.permits(List.of(1, 0))).isFalse();
    assertThat(question.permits(List.of(0, 1, 0, 0))).isFalse();
  }

  @Test
  void withBlankItStandsFirstAndAlone() {
    Question.Homomorphic question = new Question.Homomorphic("?", List.of("a", "b"), 1, 2, true);
    assertThat(permitted(question)).containsExactly("001", "010", "011", "100");
    Question.Homomorphic optional = new Question.Homomorphic("?", List.of("a"), 0, 1, true);
    assertThat(permitted(optional)).containsExactly("00", "01", "10");
  }

  private static List<String> permitted(Question.Homomorphic question) {
    int size = question.choices();
    return IntStream.range(0, 1 << size)
        .mapToObj(bits -> binary(bits, size))
        .filter(text -> question.permits(text.chars().mapToObj(c -> c - '0').toList()))
        .toList();
  }

  private static String binary(int bits, int size) {
    String digits = Integer.toBinaryString(bits);
    return "0".repeat(size - digits.length()) + digits;
  }
}
