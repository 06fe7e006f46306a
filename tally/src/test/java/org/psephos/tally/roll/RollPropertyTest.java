package org.psephos.tally.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;

/** Whatever a voter list holds, it is read or its faults are named; what is kept comes back. */
class RollPropertyTest {

  private static void assertDecided(byte[] content, RollFormat format) {
    RollReport report = ElectoralRoll.review(content, format);
    assertThat(report.roll().isPresent()).isEqualTo(report.faults().isEmpty());
    assertThat(report.accepted()).isLessThanOrEqualTo(report.read());
    report
        .roll()
        .ifPresent(
            roll -> {
              assertThat(roll.voters()).hasSize((int) report.read()).isNotEmpty();
              for (Voter voter : roll.voters()) {
                assertThat(voter.kept()).hasSameSizeAs(roll.columns());
              }
            });
  }

  @Property(tries = 300)
  void any_bytes_are_decided(@ForAll byte[] content) {
    assertDecided(content, RollFormat.USUAL);
    assertDecided(
        content,
        new RollFormat(
            Optional.of('|'), StandardCharsets.UTF_16LE, Optional.of("1"), Optional.of("x"), true));
  }

  @Property(tries = 1000)
  void any_text_of_the_signs_of_csv_is_decided(@ForAll("csv") String text) {
    assertDecided(Utf8.encode(text), RollFormat.USUAL);
    assertDecided(Utf8.encode("sep=" + text), RollFormat.USUAL);
    assertDecided(Utf8.encode("login," + text), RollFormat.USUAL);
  }

  @Provide
  Arbitrary<String> csv() {
    return Arbitraries.strings().withChars("ab1,;\t\"\r\n '=login\u00fc\u200b").ofMaxLength(60);
  }

  @Property(tries = 300)
  void what_a_private_list_keeps_comes_back(
      @ForAll("cells") String login, @ForAll("cells") String name, @ForAll("cells") String column)
      throws RollException {
    ElectoralRoll roll =
        new ElectoralRoll(
            List.of(column, "other"),
            List.of(
                new Voter("v" + login, 1, List.of(name, "")), new Voter("w", 7, List.of("", name))),
            true);
    try (PrivateList codes = PrivateList.issue(roll, SeededRandom.of("property"));
        PrivateList again = PrivateList.decode(codes.encode())) {
      assertThat(again.isFor(roll)).isTrue();
      assertThat(again.exposeCode(1)).isEqualTo(codes.exposeCode(1));
    }
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("ab1,;\t\"\r\n '=+-@\u00fc\uff1d\u0645").ofMaxLength(20);
  }
}
