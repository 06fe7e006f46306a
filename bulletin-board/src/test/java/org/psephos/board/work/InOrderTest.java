package org.psephos.board.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  private static final List<Integer> INPUTS = IntStream.range(0, 1000).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void outcomes_come_in_the_order_of_the_inputs(int threads) throws IOException {
    List<Integer> outcomes = new ArrayList<>();
    try (InOrder lanes = new InOrder("test", threads)) {
      lanes.run(INPUTS.iterator(), input -> 2 * input, outcomes::add);
    }
    assertThat(outcomes).isEqualTo(INPUTS.stream().map(input -> 2 * input).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500, 999})
  void what_a_worker_throws_is_not_lost(int broken) {
    List<Integer> outcomes = new ArrayList<>();
    try (InOrder lanes = new InOrder("test", 4)) {
      assertThatThrownBy(
              () -> lanes.run(INPUTS.iterator(), input -> failAt(broken, input), outcomes::add))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("broken at " + broken);
    }
    assertThat(outcomes).hasSize(broken);
  }

  @Test
  void an_unreadable_record_and_an_error_keep_their_type() {
    try (InOrder lanes = new InOrder("test", 2)) {
      assertThatThrownBy(
              () ->
                  lanes.run(
                      INPUTS.iterator(),
                      input -> {
                        throw new IOException("gone");
                      },
                      outcome -> {}))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
      assertThatThrownBy(
              () ->
                  lanes.run(
                      INPUTS.iterator(),
                      input -> {
                        throw new StackOverflowError("deep");
                      },
                      outcome -> {}))
          .isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void what_the_work_declares_keeps_its_type_in_workers_and_in_the_sink() {
    try (InOrder lanes = new InOrder("test", 2)) {
      assertThatThrownBy(() -> lanes.run(INPUTS.iterator(), InOrderTest::refuse, outcome -> {}))
          .isInstanceOf(Refusal.class)
          .hasMessage("refused 0");
      assertThatThrownBy(() -> lanes.run(INPUTS.iterator(), input -> input, InOrderTest::refuse))
          .isInstanceOf(Refusal.class)
          .hasMessage("refused 0");
    }
  }

  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private static int refuse(int input) throws Refusal {
    throw new Refusal("refused " + input);
  }

  private static int failAt(int broken, int input) {
    if (input == broken) {
      throw new IllegalArgumentException("broken at " + input);
    }
    return input;
  }
}
