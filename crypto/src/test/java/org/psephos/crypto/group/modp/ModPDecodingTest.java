package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.group.Element;

class ModPDecodingTest {

  static List<ModPGroup> groups() {
    return ModPGroupTest.groups();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyMemberSurvivesTheRoundTrip(ModPGroup group) throws Exception {
    for (long i = -3; i <= 3; i++) {
      Element member = group.generator().times(group.scalar(i));
      assertThat(group.decode(member.encode())).isEqualTo(member);
    }
    assertThat(group.decode("1")).isEqualTo(group.identity());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void numbersOutsideTheRangeAreNotInTheGroup(ModPGroup group) throws Exception {
    BigInteger g = number(group.generator());
    group.decode(g.toString());
    refused(Reason.NOT_IN_GROUP, () -> group.decode("0"));
    refused(Reason.NOT_IN_GROUP, () -> group.decode(group.p().toString()));
    refused(Reason.NOT_IN_GROUP, () -> group.decode(group.p().add(g).toString()));
    refused(Reason.NOT_IN_GROUP, () -> group.decode(group.p().add(BigInteger.ONE).toString()));
    refused(Reason.NOT_IN_GROUP, () -> group.decode("1".repeat(700)));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theNegativeOfAMemberIsNotInTheGroup(ModPGroup group) throws Exception {
    for (long i = 0; i <= 3; i++) {
      BigInteger member = number(group.generator().times(group.scalar(i)));
      group.decode(member.toString());
      refused(Reason.NOT_IN_GROUP, () -> group.decode(group.p().subtract(member).toString()));
    }
  }

  @Test
  void elementsOfOrderTwoThreeAndSixAreNotInTheGroup() throws Exception {
    ModPGroup group = ModPGroup.belenios2048();
    for (int order : new int[] {2, 3, 6}) {
      BigInteger small = ofOrder(order);
      BigInteger member = number(group.generator());
      group.decode(member.toString());
      refused(Reason.NOT_IN_GROUP, () -> group.decode(small.toString()));
      BigInteger shifted = member.multiply(small).mod(group.p());
      refused(Reason.NOT_IN_GROUP, () -> group.decode(shifted.toString()));
      BigInteger back = shifted.multiply(small.modInverse(group.p())).mod(group.p());
      assertThat(group.decode(back.toString())).isEqualTo(group.generator());
    }
  }

  /** An element of exactly this small order modulo the prime of BELENIOS-2048. */
  private static BigInteger ofOrder(int order) {
    BigInteger p = Parameters.BELENIOS_2048.p();
    BigInteger exponent = p.subtract(BigInteger.ONE).divide(BigInteger.valueOf(order));
    for (long base = 2; ; base++) {
      BigInteger element = BigInteger.valueOf(base).modPow(exponent, p);
      boolean exact = true;
      for (int smaller = 1; smaller < order; smaller++) {
        exact &= !element.modPow(BigInteger.valueOf(smaller), p).equals(BigInteger.ONE);
      }
      if (exact) {
        assertThat(element.modPow(BigInteger.valueOf(order), p)).isEqualTo(BigInteger.ONE);
        return element;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void otherSpellingsOfAMemberAreRefused(ModPGroup group) throws Exception {
    String g = group.generator().encode();
    group.decode(g);
    refused(Reason.NOT_CANONICAL, () -> group.decode("+" + g));
    refused(Reason.NOT_CANONICAL, () -> group.decode("-" + g));
    refused(Reason.NOT_CANONICAL, () -> group.decode("0" + g));
    refused(Reason.NOT_CANONICAL, () -> group.decode("00"));
    for (String text :
        List.of("", "+", "-", " " + g, g + " ", g + "\n", "0x1", "1e3", "1_0", "a")) {
      refused(Reason.MALFORMED, () -> group.decode(text));
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void digitsOfOtherScriptsAreRefused(ModPGroup group) throws Exception {
    group.decode("1");
    group.decodeScalar("3");
    refused(Reason.MALFORMED, () -> group.decode("\u0661"));
    refused(Reason.MALFORMED, () -> group.decodeScalar("\u0663"));
    refused(Reason.MALFORMED, () -> group.decodeScalar("1\u0663"));
    refused(Reason.MALFORMED, () -> group.decodeScalar("\uff13"));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void scalarsStayBelowTheOrder(ModPGroup group) throws Exception {
    BigInteger last = group.q().subtract(BigInteger.ONE);
    assertThat(group.decodeScalar(last.toString()).encode()).isEqualTo(last.toString());
    assertThat(group.decodeScalar("0")).isEqualTo(group.zero());
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar(group.q().toString()));
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar(group.q().shiftLeft(99).toString()));
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar("+5"));
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar("-0"));
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar("05"));
    refused(Reason.MALFORMED, () -> group.decodeScalar(""));
    refused(Reason.MALFORMED, () -> group.decodeScalar("0x5"));
  }

  /** Arithmetic on it would take minutes: BigInteger's reading is quadratic and worse. */
  @ParameterizedTest
  @MethodSource("groups")
  void aHugeNumberIsRefusedByItsLength(ModPGroup group) {
    String digits = "7".repeat(50_000_000);
    refused(Reason.NOT_IN_GROUP, () -> group.decode(digits));
    refused(Reason.NOT_CANONICAL, () -> group.decodeScalar(digits));
  }

  private static BigInteger number(Element element) {
    return new BigInteger(element.encode());
  }

  private static void refused(Reason reason, ThrowingCallable decoding) {
    assertThatThrownBy(decoding)
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
