package org.psephos.verifier.checks;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.report.CheckId;

/**
 * An election with one thing wrong, published by somebody who wants nobody to notice: everything
 * that follows from the defect is consistent with it.
 *
 * @param expected the one check that must fail
 */
record Defect(CheckId expected, String name, Supplier<Map<String, byte[]>> files) {

  /** A defect in the election itself. */
  static Defect of(CheckId expected, String name, UnaryOperator<ElectionScript> twin) {
    return new Defect(expected, name, () -> twin.apply(ElectionScript.fast()).hold().files());
  }

  /** A defect in an election whose key one Single trustee and 2 of 3 members make. */
  static Defect threshold(CheckId expected, String name, Consumer<ElectionScript> twin) {
    return new Defect(
        expected,
        name,
        () -> {
          ElectionScript script = ElectionScript.threshold(1, 2, 3);
          twin.accept(script);
          return script.hold().files();
        });
  }

  /** A defect in how an honest election is published. */
  static Defect published(
      CheckId expected, String name, UnaryOperator<Map<String, byte[]>> publish) {
    return new Defect(expected, name, () -> publish.apply(ElectionScript.fast().hold().files()));
  }

  @Override
  public String toString() {
    return expected + " " + name;
  }
}
