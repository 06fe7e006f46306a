package org.psephos.tally.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.decryption.Combination;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.fixture.CompleteElection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.logarithm.SmallLogarithm;

class OutcomeTest {

  private static CompleteElection singles(String group) throws DecodingException {
    return CompleteElection.of(CompleteElection.singles(Groups.named(group)));
  }

  private static Outcome of(CompleteElection held, Map<Integer, PartialDecryption> partials) {
    return Outcome.of(
        new Combination(held.parties().trustees(), held.tally(), partials),
        held.sizedTally().weight());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048", "RFC-3526-2048"})
  void all_trustees_together_give_the_result(String group) throws DecodingException {
    CompleteElection held = singles(group);
    assertThat(of(held, held.partials())).isEqualTo(new Outcome.Counted(held.result()));
  }

  @Test
  void enough_members_of_a_threshold_group_give_the_result() throws DecodingException {
    CompleteElection held = CompleteElection.of(CompleteElection.mixed(Groups.named("Ed25519")));
    Map<Integer, PartialDecryption> some = new HashMap<>(held.partials());
    some.remove(3);
    assertThat(of(held, some)).isEqualTo(new Outcome.Counted(held.result()));
    some.remove(2);
    assertThat(of(held, some)).isEqualTo(new Outcome.Waiting());
  }

  @Test
  void a_missing_trustee_is_waited_for() throws DecodingException {
    CompleteElection held = singles("Ed25519");
    assertThat(of(held, Map.of(1, held.partials().get(1)))).isEqualTo(new Outcome.Waiting());
  }

  @Test
  void a_wrong_factor_ends_the_search_and_names_the_choice() throws DecodingException {
    CompleteElection held = singles("Ed25519");
    Map<Integer, PartialDecryption> partials = new HashMap<>(held.partials());
    partials.put(2, withFactorMoved(partials.get(2), 4));
    assertThat(of(held, partials)).isEqualTo(new Outcome.Undecodable(List.of("[1][1]")));
  }

  private static PartialDecryption withFactorMoved(PartialDecryption honest, int place) {
    List<Element> factors = new ArrayList<>(honest.factors().all());
    Element factor = factors.get(place);
    Group group = factor.group();
    factors.set(place, factor.minus(group.generatorBase().times(group.scalar(10))));
    PerChoice<Element> moved = honest.factors().filledWith(factors);
    return new PartialDecryption(moved, honest.proofs());
  }

  @Test
  void totals_near_a_thousand_million_are_found_with_little_memory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeTotals.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = Utf8.decode(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo("999999999 0 1000000000 none");
  }

  /** Runs in a small process of its own. */
  static final class LargeTotals {

    private LargeTotals() {}

    public static void main(String[] arguments) throws DecodingException {
      Group group = Groups.named("Ed25519");
      SmallLogarithm logarithm = SmallLogarithm.upTo(group, 1_000_000_000L, 4);
      StringBuilder found = new StringBuilder();
      for (long count : new long[] {999_999_999L, 0, 1_000_000_000L, 1_000_000_001L}) {
        var one = logarithm.of(group.generatorBase().times(group.scalar(count)));
        found.append(one.isPresent() ? Long.toString(one.getAsLong()) : "none").append(' ');
      }
      System.out.println(found);
    }
  }
}
