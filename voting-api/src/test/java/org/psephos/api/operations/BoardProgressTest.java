package org.psephos.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoardProgressTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void countsFromTheLastChangeOfEachName() {
    BoardProgress progress = new BoardProgress();
    assertThat(progress.unchangedSeconds("a", 1, 0)).isZero();
    assertThat(progress.unchangedSeconds("a", 1, 5 * SECOND)).isEqualTo(5);
    assertThat(progress.unchangedSeconds("b", 1, 6 * SECOND)).isZero();
    assertThat(progress.unchangedSeconds("a", 2, 7 * SECOND)).isZero();
    assertThat(progress.unchangedSeconds("a", 2, 9 * SECOND)).isEqualTo(2);
  }
}
