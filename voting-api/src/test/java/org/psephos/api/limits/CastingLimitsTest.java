package org.psephos.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastingLimitsTest {

  @Test
  void aFloodFromOneAddressIsServedOneAtATimeAndOthersAreNotTouched() {
    CastingLimits limits = new CastingLimits();
    for (int i = 0; i < 10_000; i++) {
      limits.failed("flood");
    }
    assertThat(limits.enter("flood")).isTrue();
    assertThat(limits.enter("flood")).isFalse();
    assertThat(limits.enter("voter")).isTrue();
    assertThat(limits.enter("voter")).isTrue();
    limits.leave("flood");
    assertThat(limits.enter("flood")).isTrue();
  }

  @Test
  void onlySignedBallotsAreChargedToACredential() {
    CastingLimits limits = new CastingLimits();
    for (int i = 0; i < 10_000; i++) {
      limits.failed("flood");
    }
    assertThat(limits.isSpent("credential")).isFalse();
    for (int i = 0; i < 20; i++) {
      assertThat(limits.isSpent("credential")).isFalse();
      limits.signed("credential");
    }
    assertThat(limits.isSpent("credential")).isTrue();
  }
}
