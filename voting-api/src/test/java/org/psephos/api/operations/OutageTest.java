package org.psephos.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
  void aDatabaseThatIsAwayIsFoundAtAnyDepth(String state) {
    SQLException away = new SQLException("gone", state);
    assertThat(Outage.isBehind(away)).isTrue();
    assertThat(Outage.isBehind(new IllegalStateException(new RuntimeException(away)))).isTrue();
    RuntimeException beside = new RuntimeException("rolled back");
    beside.addSuppressed(away);
    assertThat(Outage.isBehind(new IllegalStateException(beside))).isTrue();
  }

  @Test
  void aPoolWithoutConnectionsCountsAsAway() {
    assertThat(Outage.isBehind(new SQLException("acquisition timeout"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "42501", "40001"})
  void whatTheDatabaseSaysItselfIsNoOutage(String state) {
    assertThat(Outage.isBehind(new RuntimeException(new SQLException("no", state)))).isFalse();
  }

  @Test
  void failuresWithoutADatabaseAreNoOutageEvenInACircle() {
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second", first);
    first.initCause(second);
    assertThat(Outage.isBehind(first)).isFalse();
  }
}
