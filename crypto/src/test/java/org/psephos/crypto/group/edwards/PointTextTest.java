package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cafe.cryptography.curve25519.EdwardsPoint;
import cafe.cryptography.curve25519.InvalidEncodingException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class PointTextTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger SIGN = BigInteger.TWO.pow(255);
  private static final String GENERATOR = GROUP.generator().encode();

  private static String hex(BigInteger number) {
    String digits = number.toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }

  private static Reason refusal(String text) {
    return catchThrowableOfType(DecodingException.class, () -> GROUP.decode(text)).reason();
  }

  @Test
  void theGroupIsFoundByItsName() throws Exception {
    Group group = Groups.named("Ed25519");
    assertThat(group).isSameAs(GROUP);
    assertThat(group.generator().encode()).isEqualTo("6".repeat(62) + "58");
    assertThat(group.identity().encode()).isEqualTo("0".repeat(63) + "1");
  }

  @Test
  void everyMultipleOfTheGeneratorIsReadBack() throws Exception {
    SeededBytes random = new SeededBytes("members");
    for (int i = 0; i < 200; i++) {
      Element element = GROUP.generatorBase().times(random.nextScalar());
      Element read = GROUP.decode(element.encode());
      assertThat(read).isEqualTo(element);
      assertThat(read.plus(GROUP.identity()).encode()).isEqualTo(element.encode());
    }
  }

  @Test
  void theIdentityIsAMember() throws Exception {
    assertThat(GROUP.decode(hex(BigInteger.ONE)).isIdentity()).isTrue();
  }

  static Stream<String> spellingsFromTheModulusOn() {
    return IntStream.range(0, 19)
        .mapToObj(i -> P.add(BigInteger.valueOf(i)))
        .flatMap(y -> Stream.of(hex(y), hex(y.add(SIGN))));
  }

  @ParameterizedTest
  @MethodSource("spellingsFromTheModulusOn")
  void anOrdinateOfPOrMoreIsNotCanonical(String text) {
    assertThat(refusal(text)).isEqualTo(Reason.NOT_CANONICAL);
  }

  @Test
  void theHighestOrdinateIsReadAndJudgedByItsPoint() {
    // y = −1 is the point of order 2: canonical, on the curve, outside the subgroup.
    assertThat(refusal(hex(P.subtract(BigInteger.ONE)))).isEqualTo(Reason.NOT_IN_GROUP);
  }

  @Test
  void zeroHasNoSign() {
    assertThat(refusal(hex(SIGN.add(BigInteger.ONE)))).isEqualTo(Reason.NOT_CANONICAL);
    assertThat(refusal(hex(SIGN.add(P).subtract(BigInteger.ONE)))).isEqualTo(Reason.NOT_CANONICAL);
  }

  @Test
  void upperCaseIsNotCanonical() throws Exception {
    String text = GROUP.generator().times(GROUP.scalar(2)).encode();
    assertThat(GROUP.decode(text).encode()).isEqualTo(text);
    assertThat(refusal(text.toUpperCase(Locale.ROOT))).isEqualTo(Reason.NOT_CANONICAL);
    assertThat(refusal("6".repeat(63) + "A")).isEqualTo(Reason.NOT_CANONICAL);
  }

  static Stream<String> textsThatAreNoPoints() {
    String tail = GENERATOR.substring(1);
    return Stream.of(
        "",
        tail,
        GENERATOR + "6",
        GENERATOR.substring(2) + "0x",
        "0x" + GENERATOR.substring(2),
        "0x" + GENERATOR,
        " " + tail,
        tail + " ",
        tail + "\n",
        "+" + tail,
        "-" + tail,
        "g" + tail,
        "G" + tail,
        "/" + tail,
        ":" + tail,
        "`" + tail,
        "@" + tail,
        "\u0666" + tail,
        "\uff16" + tail,
        "\uff16".repeat(64),
        "\ud835\udfe8" + GENERATOR.substring(2),
        "6".repeat(1 << 20));
  }

  @ParameterizedTest
  @MethodSource("textsThatAreNoPoints")
  void anythingButSixtyFourDigitsIsMalformed(String text) throws Exception {
    assertThat(GROUP.decode(GENERATOR)).isEqualTo(GROUP.generator());
    assertThat(refusal(text)).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void theOtherOrderOfBytesIsRefused() throws Exception {
    String text = GROUP.generator().times(GROUP.scalar(5)).encode();
    byte[] bytes = HexFormat.of().parseHex(text);
    String reversed = HexFormat.of().formatHex(Elisabeth.reversed(bytes));
    assertThat(GROUP.decode(text).encode()).isEqualTo(text);
    assertThat(refusal(reversed)).isEqualTo(Reason.NOT_IN_GROUP);
  }

  @Test
  void randomBytesAreJudgedAsTheOracleJudgesThem() throws Exception {
    SeededBytes random = new SeededBytes("points");
    int onCurve = 0;
    int members = 0;
    for (int i = 0; i < 2000; i++) {
      String text = HexFormat.of().formatHex(random.next());
      Verdict verdict = oracle(text);
      onCurve += verdict == Verdict.NOWHERE ? 0 : 1;
      members += verdict == Verdict.IN_SUBGROUP ? 1 : 0;
      if (verdict == Verdict.IN_SUBGROUP) {
        assertThat(GROUP.decode(text).encode()).isEqualTo(text);
      } else {
        assertThat(refusal(text)).isEqualTo(Reason.NOT_IN_GROUP);
      }
    }
    assertThat(onCurve).isBetween(900, 1100);
    assertThat(members).isBetween(80, 180);
  }

  @Test
  void noBytesCrashTheReader() {
    SeededBytes random = new SeededBytes("many");
    int members = 0;
    for (int i = 0; i < 100_000; i++) {
      String text = HexFormat.of().formatHex(random.next());
      try {
        assertThat(GROUP.decode(text).encode()).isEqualTo(text);
        members++;
      } catch (DecodingException e) {
        assertThat(e.reason()).isEqualTo(Reason.NOT_IN_GROUP);
      }
    }
    // One text in sixteen: half are on the curve, an eighth of them in the subgroup.
    assertThat(members).isBetween(5_900, 6_600);
  }

  private enum Verdict {
    NOWHERE,
    ON_CURVE,
    IN_SUBGROUP
  }

  private static Verdict oracle(String text) {
    try {
      EdwardsPoint point = Elisabeth.point(text);
      return point.isTorsionFree() ? Verdict.IN_SUBGROUP : Verdict.ON_CURVE;
    } catch (InvalidEncodingException e) {
      return Verdict.NOWHERE;
    }
  }
}
