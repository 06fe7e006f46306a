package org.psephos.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetsTest {

  @Test
  void aBudgetIsSpentByChargesAndGrowsBackWithTime() {
    Budgets budgets = new Budgets(3, 100, 10);
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.isSpent("a", 0)).isFalse();
      budgets.charge("a", 0);
    }
    assertThat(budgets.isSpent("a", 0)).isTrue();
    assertThat(budgets.isSpent("a", 99)).isTrue();
    assertThat(budgets.isSpent("a", 100)).isFalse();
    budgets.charge("a", 100);
    assertThat(budgets.isSpent("a", 100)).isTrue();
  }

  @Test
  void oneKeyDoesNotSpendAnothersBudget() {
    Budgets budgets = new Budgets(1, 100, 10);
    budgets.charge("a", 0);
    assertThat(budgets.isSpent("a", 0)).isTrue();
    assertThat(budgets.isSpent("b", 0)).isFalse();
  }

  @Test
  void aBudgetNeverGrowsAboveFull() {
    Budgets budgets = new Budgets(2, 100, 10);
    budgets.charge("a", 0);
    budgets.charge("a", 1_000_000);
    assertThat(budgets.isSpent("a", 1_000_000)).isFalse();
    budgets.charge("a", 1_000_000);
    assertThat(budgets.isSpent("a", 1_000_000)).isTrue();
  }

  @Test
  void theKeyThatWasChargedLongestAgoIsForgottenFirst() {
    Budgets budgets = new Budgets(1, 1_000_000, 2);
    budgets.charge("a", 0);
    budgets.charge("b", 0);
    budgets.charge("c", 0);
    assertThat(budgets.isSpent("a", 0)).isFalse();
    assertThat(budgets.isSpent("b", 0)).isTrue();
    assertThat(budgets.isSpent("c", 0)).isTrue();
  }
}
