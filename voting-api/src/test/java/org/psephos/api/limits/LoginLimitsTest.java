package org.psephos.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoginLimitsTest {

  private final LoginLimits limits = new LoginLimits();

  private int tries(String account, String address, int most) {
    int allowed = 0;
    for (int i = 0; i < most; i++) {
      allowed += limits.mayTry(account, address, 0) ? 1 : 0;
    }
    return allowed;
  }

  @Test
  void guessesForOneAccountAreFewWhereverTheyComeFrom() {
    int allowed = 0;
    for (int i = 0; i < 1000; i++) {
      allowed += limits.mayTry("ada", "address " + i, 0) ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(10);
    assertThat(limits.mayTry("bob", "address 1", 0)).isTrue();
  }

  @Test
  void guessesFromOneAddressAreFewWhoeverTheyAreFor() {
    int allowed = 0;
    for (int i = 0; i < 1000; i++) {
      allowed += limits.mayTry("account " + i, "flood", 0) ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(60);
    assertThat(limits.mayTry("account 1", "elsewhere", 0)).isTrue();
  }

  @Test
  void nobodyIsLockedOutForGood() {
    assertThat(tries("ada", "flood", 1000)).isEqualTo(10);
    assertThat(limits.mayTry("ada", "home", TimeUnit.SECONDS.toNanos(9))).isFalse();
    assertThat(limits.mayTry("ada", "home", TimeUnit.SECONDS.toNanos(11))).isTrue();
  }

  @Test
  void aFloodDoesNotSpendWhatTheHolderHasWhereTheyLoggedInBefore() {
    limits.succeeded("ada", "home");
    assertThat(tries("ada", "flood", 1000)).isEqualTo(10);
    assertThat(limits.mayTry("ada", "home", 0)).isTrue();
    assertThat(limits.mayTry("ada", "elsewhere", 0)).isFalse();
  }
}
