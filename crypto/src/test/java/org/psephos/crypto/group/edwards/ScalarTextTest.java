package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

class ScalarTextTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();
  private static final BigInteger Q =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static Reason refusal(String text) {
    return catchThrowableOfType(DecodingException.class, () -> GROUP.decodeScalar(text)).reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1",
        "9",
        "10",
        "999999999",
        "1000000000",
        "1000000001",
        "999999999999999999",
        "1000000000000000000",
        "7237005577332262213973186563042994240857116359379907606001950938285454250988"
      })
  void canonicalDecimalsBelowQAreRead(String text) throws Exception {
    assertThat(GROUP.decodeScalar(text).encode()).isEqualTo(text);
  }

  static Stream<String> largeNumbers() {
    return Stream.of(
        Q.toString(),
        Q.add(BigInteger.ONE).toString(),
        "9".repeat(76),
        "1" + "0".repeat(76),
        Q.multiply(BigInteger.TEN).toString(),
        Q.add(BigInteger.TWO.pow(256)).toString(),
        BigInteger.TWO.pow(280).toString(),
        "1".repeat(1 << 20));
  }

  @ParameterizedTest
  @MethodSource("largeNumbers")
  void numbersOfQOrMoreAreNotCanonical(String text) throws Exception {
    assertThat(GROUP.decodeScalar(Q.subtract(BigInteger.ONE).toString()))
        .isEqualTo(GROUP.scalar(-1));
    assertThat(refusal(text)).isEqualTo(Reason.NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "01", "-1", "+1", "-0", "+0", "-5", "007"})
  void signsAndLeadingZerosAreNotCanonical(String text) {
    assertThat(refusal(text)).isEqualTo(Reason.NOT_CANONICAL);
  }

  static Stream<String> textsThatAreNoNumbers() {
    return Stream.of(
        "",
        "-",
        "+",
        " ",
        " 1",
        "1 ",
        "1\n",
        "1_000",
        "1.0",
        "1e3",
        "0x10",
        "0b1",
        "a",
        "1a",
        "--1",
        "\u0661",
        "1\u0662",
        "\uff11",
        "\u0967",
        "\ud835\udfcf",
        "/",
        ":",
        "1/",
        "1:",
        "x".repeat(1 << 20),
        "1".repeat(75) + "x",
        "1\u0000");
  }

  @ParameterizedTest
  @MethodSource("textsThatAreNoNumbers")
  void anythingElseIsMalformed(String text) {
    assertThat(refusal(text)).isEqualTo(Reason.MALFORMED);
  }
}
