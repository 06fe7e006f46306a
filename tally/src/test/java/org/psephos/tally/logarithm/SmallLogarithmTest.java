package org.psephos.tally.logarithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class SmallLogarithmTest {

  @ParameterizedTest
  @CsvSource({
    "Ed25519,0,0,1",
    "Ed25519,1,1,1",
    "Ed25519,1000,999,3",
    "Ed25519,1000,1000,1000",
    "Ed25519,1000000000,1000000000,1",
    "Ed25519,1000000000,123456789,100",
    "BELENIOS-2048,20000,19999,1",
    "RFC-3526-2048,300,299,2"
  })
  void finds_every_count_within_the_bound(String group, long bound, long count, int searches)
      throws DecodingException {
    Group named = Groups.named(group);
    SmallLogarithm logarithm = SmallLogarithm.upTo(named, bound, searches);
    assertThat(logarithm.of(times(named, count))).hasValue(count);
  }

  @Test
  void finds_all_small_counts() throws DecodingException {
    Group group = Groups.named("Ed25519");
    SmallLogarithm logarithm = SmallLogarithm.upTo(group, 100, 1);
    for (long count = 0; count <= 100; count++) {
      assertThat(logarithm.of(times(group, count))).hasValue(count);
    }
  }

  @Test
  void says_that_there_is_none_beyond_the_bound_and_below_zero() throws DecodingException {
    Group group = Groups.named("Ed25519");
    SmallLogarithm logarithm = SmallLogarithm.upTo(group, 1000, 1);
    assertThat(logarithm.of(times(group, 1001))).isEmpty();
    assertThat(logarithm.of(times(group, -1))).isEmpty();
    assertThat(logarithm.of(times(group, 1_000_000_000_000L))).isEmpty();
  }

  @Test
  void refuses_a_bound_that_no_election_of_ours_has() throws DecodingException {
    Group group = Groups.named("Ed25519");
    assertThatThrownBy(() -> SmallLogarithm.upTo(group, 1_000_000_001L, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SmallLogarithm.upTo(group, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Element times(Group group, long count) {
    return group.generatorBase().times(group.scalar(count));
  }
}
