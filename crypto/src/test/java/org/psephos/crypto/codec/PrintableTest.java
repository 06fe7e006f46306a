package org.psephos.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(strings = {"Plain text, 100 %", "Ελληνικά", "سؤال", "日本語", "🗳 yes", "a/b\\c\"d"})
  void visible_text_stays_as_it_is(String text) {
    assertThat(Printable.escape(text)).isEqualTo(text);
  }

  @Test
  void a_terminal_sequence_is_spelled_out() {
    assertThat(Printable.escape("\u001b[2J\u001b[32mVERIFIED"))
        .isEqualTo("\\u{1B}[2J\\u{1B}[32mVERIFIED");
  }

  @Test
  void line_breaks_cannot_start_a_line_of_their_own() {
    assertThat(Printable.escape("a\nb\rc\u0085d\u2028e\u2029f"))
        .isEqualTo("a\\u{A}b\\u{D}c\\u{85}d\\u{2028}e\\u{2029}f");
  }

  @Test
  void the_direction_of_writing_cannot_be_turned() {
    assertThat(Printable.escape("a\u202eb\u2066c\u200fd\u061ce"))
        .isEqualTo("a\\u{202E}b\\u{2066}c\\u{200F}d\\u{61C}e");
  }

  @Test
  void invisible_characters_are_spelled_out() {
    assertThat(Printable.escape("a\u200bb\u00a0c\ufeffd\ue000e"))
        .isEqualTo("a\\u{200B}b\\u{A0}c\\u{FEFF}d\\u{E000}e");
  }

  @Test
  void half_a_character_becomes_writable() {
    assertThat(Printable.wellFormed("a\ud83d")).isEqualTo("a\\u{D83D}");
    assertThat(Printable.wellFormed("a\ud83d\uddf3")).isEqualTo("a\ud83d\uddf3");
  }
}
