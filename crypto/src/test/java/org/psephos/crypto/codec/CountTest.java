package org.psephos.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1073741823, 1073741823",
    "1073741824, '\"1073741824\"'",
    "9007199254740991, '\"9007199254740991\"'"
  })
  void countsAboveThirtyBitsAreStrings(long count, String spelling) throws DecodingException {
    assertThat(Utf8.decode(Count.encode(count).toBytes())).isEqualTo(spelling);
  }

  @Property
  void everyCountIsReadBack(@ForAll @LongRange(min = 0, max = 9007199254740991L) long count)
      throws DecodingException {
    assertThat(Count.decode(Count.encode(count))).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1073741824",
        "-1",
        "\"1\"",
        "\"1073741823\"",
        "\"01073741824\"",
        "\"+1073741824\"",
        "\"٣٣٣٣٣٣٣٣٣٣٣\"",
        "\"9007199254740992\"",
        "\"99999999999999999999999\"",
        "\"\"",
        "true"
      })
  void otherSpellingsAreRefused(String json) throws DecodingException {
    Json value = JsonParser.parse(Utf8.encode(json), Limits.OBJECT);

    assertThatThrownBy(() -> Count.decode(value)).isInstanceOf(DecodingException.class);
  }
}
