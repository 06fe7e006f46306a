package org.psephos.crypto.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.Base58;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class CodeTest {

  private static final String CODE = "tVWzD-MVTpyT-B2q1r-BthSiZ";

  private final SecureRandom random = SeededRandom.of("codes");

  private static String typed(String text) throws InvalidCodeException {
    try (Code code = Code.read(text)) {
      return code.expose();
    }
  }

  private static InvalidCodeException fault(String text) {
    return catchThrowableOfType(InvalidCodeException.class, () -> Code.read(text));
  }

  private static String withCheck(String text) throws InvalidCodeException {
    try (Code code = Code.readUnchecked(text)) {
      return code.exposeWithCheck();
    }
  }

  /** Computed with another program: see docs/spec/encoding.md, section 4.1. */
  @Test
  void checkCharactersAreThoseOfTheSpecification() throws InvalidCodeException {
    assertThat(withCheck(CODE)).isEqualTo("tVWzD-MVTpyT-B2q1r-BthSiZ-hR");
    assertThat(withCheck("1111111111111111111111")).isEqualTo("11111-111111-11111-111111-HW");
    assertThat(withCheck("P9jtq-9D7GC8-A4QxQ-xjjgeA")).isEqualTo("P9jtq-9D7GC8-A4QxQ-xjjgeA-Su");
  }

  @Test
  void theCodeOfAnotherToolGivesItsCredential() throws DecodingException, InvalidCodeException {
    Group group = Groups.named("Ed25519");
    ElectionId uuid = new ElectionId("kNd8aJDoxqsovA");
    try (Code code = Code.readUnchecked(CODE);
        CredentialKey key = code.derive(uuid, group)) {
      assertThat(code.expose()).isEqualTo(CODE);
      assertThat(key.credential().encode())
          .isEqualTo("0aaa7f83e9c679a993286966abb2cd41bc5fd22bc157382114f05c973dde17d4");
    }
  }

  @Test
  void aCodeOfOneElectionIsNothingInAnother() throws DecodingException {
    Group group = Groups.named("Ed25519");
    try (Code code = Code.generate(random);
        CredentialKey here = code.derive(new ElectionId("kNd8aJDoxqsovA"), group);
        CredentialKey again = code.derive(new ElectionId("kNd8aJDoxqsovA"), group);
        CredentialKey there = code.derive(new ElectionId("kNd8aJDoxqsovB"), group)) {
      assertThat(here.credential()).isEqualTo(again.credential());
      assertThat(here.credential()).isNotEqualTo(there.credential());
    }
  }

  @RepeatedTest(20)
  void aFreshCodeIsReadBackWithItsCheckCharacters() throws InvalidCodeException {
    try (Code code = Code.generate(random)) {
      String digit = "[" + Base58.ALPHABET + "]";
      assertThat(code.expose())
          .matches(digit + "{5}-" + digit + "{6}-" + digit + "{5}-" + digit + "{6}");
      assertThat(typed(code.exposeWithCheck())).isEqualTo(code.expose());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", " %s ", "%s\n", "\u00a0%s", "\u200b%s\ufeff"})
  void spacesAroundACodeDoNotMatter(String frame) throws InvalidCodeException {
    assertThat(typed(frame.replace("%s", withCheck(CODE)))).isEqualTo(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "  ", "\u2013", "\u2011", "\u2212", "\u00ad", "\t", "--"})
  void anyKindOfSeparatorWillDo(String separator) throws InvalidCodeException {
    assertThat(typed(withCheck(CODE).replace("-", separator))).isEqualTo(CODE);
  }

  @Property(tries = 200)
  void aWrongCharacterIsNoticed(
      @ForAll @IntRange(max = 23) int place, @ForAll @IntRange(min = 1, max = 57) int shift)
      throws InvalidCodeException {
    StringBuilder text = new StringBuilder(withCheck(CODE).replace("-", ""));
    int digit = Base58.ALPHABET.indexOf(text.charAt(place));
    text.setCharAt(place, Base58.ALPHABET.charAt((digit + shift) % Base58.SIZE));
    String changed = text.toString();
    // The check is a hash: about one change in 3364 has the right one by chance.
    boolean byChance = withCheck(changed.substring(0, 22)).replace("-", "").equals(changed);
    assertThat(fault(changed) == null).isEqualTo(byChance);
  }

  @Test
  void exchangedCharactersAreNoticed() throws InvalidCodeException {
    String right = withCheck(CODE);
    assertThat(typed(right)).isEqualTo(CODE);
    assertThat(fault(right.replaceFirst("tV", "Vt")).fault())
        .isEqualTo(InvalidCodeException.Fault.CHECK);
    assertThat(fault(right.replaceFirst("tV", "TV")).fault())
        .isEqualTo(InvalidCodeException.Fault.CHECK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "O", "I", "l", "_", ".", "é", "١", "\u0430"})
  void aCharacterThatNoCodeHasIsNamedByItsPlace(String wrong) throws InvalidCodeException {
    InvalidCodeException fault = fault(withCheck(CODE).replaceFirst("B2", "B" + wrong));
    assertThat(fault.fault()).isEqualTo(InvalidCodeException.Fault.CHARACTER);
    assertThat(fault.position()).isEqualTo(13);
  }

  @Test
  void theNumberOfCharactersIsSaid() throws InvalidCodeException {
    String right = withCheck(CODE);
    for (String wrong : new String[] {"", CODE, right + "1", right.substring(1)}) {
      assertThat(fault(wrong).fault()).isEqualTo(InvalidCodeException.Fault.LENGTH);
    }
    assertThat(fault(CODE)).hasMessage("a code has 24 characters, not 22");
  }

  @Test
  void whatWasTypedIsNeverRepeated() throws InvalidCodeException {
    String right = withCheck(CODE);
    for (String wrong :
        new String[] {CODE, right.replaceFirst("tV", "Vt"), right.replace('z', '0')}) {
      StringWriter trace = new StringWriter();
      fault(wrong).printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("MVTpy").doesNotContain("BthSi");
    }
    try (Code code = Code.readUnchecked(CODE)) {
      assertThat(code).hasToString("a code");
    }
  }

  @Test
  void aClosedCodeIsGone() throws InvalidCodeException {
    Code code = Code.readUnchecked(CODE);
    code.close();
    assertThat(code.expose()).doesNotContain("tVWzD").isEqualTo("\0".repeat(25));
  }
}
