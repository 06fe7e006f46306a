package org.psephos.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {

  @Test
  void lower_case_digits_are_read() throws DecodingException {
    assertThat(Hex.decode("", "00097fabcdef", 6)).containsExactly(0, 9, 0x7f, 0xab, 0xcd, 0xef);
    assertThat(Hex.isHex("0123456789abcdef")).isTrue();
    assertThat(Hex.isHex("0123456789abcdef", 16)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0A", "0g", " 0", "0\u0660", "\uff10\uff11", "/:", "`a", "G0"})
  void every_other_character_is_refused(String text) {
    assertThat(Hex.isHex(text)).isFalse();
    assertThatThrownBy(() -> Hex.decode("here", text, 1))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("here")
        .hasMessageContaining("2 lower-case hexadecimal digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00", "00000", "000000"})
  void every_other_length_is_refused(String text) {
    assertThat(Hex.isHex(text, 4)).isFalse();
    assertThatThrownBy(() -> Hex.decode("", text, 2)).isInstanceOf(DecodingException.class);
  }
}
