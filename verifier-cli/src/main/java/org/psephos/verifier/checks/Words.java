package org.psephos.verifier.checks;

import java.util.Locale;

/** Turns the names of reasons into words. */
final class Words {

  private Words() {}

  /** {@code BAD_SIGNATURE} as "bad signature". */
  static String of(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
