package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;

/** Secret scalars leave no trace in which field operations run, in which order. */
class FixedSequenceTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();
  private static final int RANDOM_SCALARS = 1_000;

  private record Trace(long count, long sequence) {

    static Trace of(Runnable work) {
      FieldOperation.forget();
      work.run();
      return new Trace(FieldOperation.count(), FieldOperation.sequence());
    }
  }

  private static List<EdwardsSecret> secrets() {
    List<EdwardsSecret> secrets = new ArrayList<>();
    for (long value : new long[] {0, 1, -1, 2, 8, -8, 16, Long.MAX_VALUE, Long.MIN_VALUE}) {
      secrets.add(EdwardsSecret.own(GROUP.secret(value)));
    }
    SeededBytes random = new SeededBytes("secrets");
    for (int i = 0; i < RANDOM_SCALARS; i++) {
      secrets.add(new EdwardsSecret(random.nextScalar().limbs()));
    }
    return secrets;
  }

  @Test
  void everySecretTakesTheSameStepsFromAnyElement() {
    Element element = GROUP.generator().times(new SeededBytes("base").nextScalar());
    Set<Trace> traces = new HashSet<>();
    for (EdwardsSecret secret : secrets()) {
      traces.add(Trace.of(() -> element.timesSecret(secret)));
    }
    assertThat(traces).singleElement().satisfies(trace -> assertThat(trace.count()).isPositive());
  }

  @Test
  void everySecretTakesTheSameStepsFromAFixedBase() {
    FixedBase base = GROUP.generatorBase();
    assertThat(base.timesSecret(GROUP.secret(1))).isEqualTo(GROUP.generator());
    Set<Trace> traces = new HashSet<>();
    for (EdwardsSecret secret : secrets()) {
      traces.add(Trace.of(() -> base.timesSecret(secret)));
    }
    assertThat(traces).singleElement().satisfies(trace -> assertThat(trace.count()).isPositive());
  }

  @Test
  void publicScalarsDoNotSoTheTraceTellsSequencesApart() {
    Element element = GROUP.generator();
    Trace one = Trace.of(() -> element.times(GROUP.scalar(1)));
    Trace two = Trace.of(() -> element.times(GROUP.scalar(2)));
    Trace large = Trace.of(() -> element.times(new SeededBytes("large").nextScalar()));
    assertThat(new HashSet<>(List.of(one, two, large))).hasSize(3);
  }
}
