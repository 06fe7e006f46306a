package org.psephos.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastingLimitsTest {

  @Test
  void aFloodFromOneAddressIsServedOneAtATimeAndOthersAreNotTouched() {
    CastingLimits limits = new CastingLimits();
    flood(limits);
    CastingLimits.Permit only = limits.enter("flood").orElseThrow();
    assertThat(limits.enter("flood")).isEmpty();
    assertThat(limits.enter("voter")).isPresent();
    assertThat(limits.enter("voter")).isPresent();
    only.giveBack();
    assertThat(limits.enter("flood")).isPresent();
  }

  @Test
  void whoCameBeforeTheFloodDoesNotFreeTheSlowLane() {
    CastingLimits limits = new CastingLimits();
    CastingLimits.Permit early = limits.enter("flood").orElseThrow();
    flood(limits);
    CastingLimits.Permit slow = limits.enter("flood").orElseThrow();
    early.giveBack();
    assertThat(limits.enter("flood")).isEmpty();
    slow.giveBack();
    CastingLimits.Permit next = limits.enter("flood").orElseThrow();
    slow.giveBack();
    assertThat(limits.enter("flood")).isEmpty();
    next.giveBack();
    assertThat(limits.enter("flood")).isPresent();
  }

  @Test
  void onlySignedBallotsAreChargedToACredential() {
    CastingLimits limits = new CastingLimits();
    flood(limits);
    assertThat(limits.isSpent("credential")).isFalse();
    for (int i = 0; i < 20; i++) {
      assertThat(limits.isSpent("credential")).isFalse();
      limits.signed("credential");
    }
    assertThat(limits.isSpent("credential")).isTrue();
  }

  private static void flood(CastingLimits limits) {
    for (int i = 0; i < 10_000; i++) {
      limits.failed("flood");
    }
  }
}
