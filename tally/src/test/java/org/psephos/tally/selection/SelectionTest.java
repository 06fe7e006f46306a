package org.psephos.tally.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void the_last_ballot_of_a_credential_counts() {
    Selection selection = new Selection();
    assertThat(selection.offer(5, "a")).isEmpty();
    assertThat(selection.offer(6, "b")).isEmpty();
    assertThat(selection.offer(9, "a")).hasValue(5);
    assertThat(selection.size()).isEqualTo(2);
    assertThat(selection.counts(9, "a")).isTrue();
    assertThat(selection.counts(6, "b")).isTrue();
    assertThat(selection.counts(5, "a")).isFalse();
    assertThat(selection.counts(9, "b")).isFalse();
    assertThat(selection.counts(9, "c")).isFalse();
  }

  @Test
  void ballots_come_in_the_order_of_the_board() {
    Selection selection = new Selection();
    selection.offer(5, "a");
    assertThatThrownBy(() -> selection.offer(5, "b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> selection.offer(4, "b")).isInstanceOf(IllegalArgumentException.class);
    assertThat(selection.size()).isEqualTo(1);
  }

  @Property(tries = 200)
  void exactly_one_ballot_of_each_credential_counts(
      @ForAll List<@IntRange(min = 0, max = 5) Integer> voters) {
    Selection selection = new Selection();
    Map<String, Long> last = new HashMap<>();
    for (int i = 0; i < voters.size(); i++) {
      selection.offer(i, "voter " + voters.get(i));
      last.put("voter " + voters.get(i), (long) i);
    }
    long counting = 0;
    for (int i = 0; i < voters.size(); i++) {
      String voter = "voter " + voters.get(i);
      boolean counts = selection.counts(i, voter);
      assertThat(counts).isEqualTo(last.get(voter) == i);
      counting += counts ? 1 : 0;
    }
    assertThat(counting).isEqualTo(selection.size()).isEqualTo(last.size());
  }
}
