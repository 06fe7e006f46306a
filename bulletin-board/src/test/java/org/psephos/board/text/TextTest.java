package org.psephos.board.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

class TextTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 600, Long.MAX_VALUE})
  void aNumberIsReadInItsOneSpelling(long number) throws DecodingException {
    assertThat(Decimal.parse("n", Long.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "01", "+1", "-1", " 1", "1 ", "1.0", "1e2", "\u0661", "0x1", "١"})
  void otherSpellingsOfANumberAreRefused(String text) {
    refused(() -> Decimal.parse("n", text));
  }

  @Test
  void numbersAbove63BitsAreRefused() {
    refused(() -> Decimal.parse("n", "9223372036854775808"));
    refused(() -> Decimal.parse("n", "18446744073709551616"));
  }

  @Test
  void base64IsReadInItsOneSpelling() throws DecodingException {
    assertThat(PaddedBase64.decode("b", "/+8=")).containsExactly(0xff, 0xef);
    assertThat(PaddedBase64.decode("b", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/+8", "/+9=", "_-8=", "/+8=\n", " /+8=", "/+8==", "=", "/"})
  void otherSpellingsOfBase64AreRefused(String text) {
    refused(() -> PaddedBase64.decode("b", text));
  }

  @Test
  void aDigestHas44Characters() throws DecodingException {
    Digest digest = Digest.sha256("x");
    String text = PaddedBase64.encode(digest);

    assertThat(text).hasSize(44);
    assertThat(PaddedBase64.decodeDigest("d", text)).isEqualTo(digest);
    refused(() -> PaddedBase64.decodeDigest("d", text.substring(4)));
    refused(() -> PaddedBase64.decodeDigest("d", "A".repeat(44)));
    refused(() -> PaddedBase64.decodeDigest("d", digest.base64()));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
    assertThatExceptionOfType(DecodingException.class).isThrownBy(action);
  }
}
