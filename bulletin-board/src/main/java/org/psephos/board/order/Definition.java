package org.psephos.board.order;

import static java.util.Objects.requireNonNull;

import org.psephos.board.entry.Rules;

/** What Setup fixes that the order of later entries depends on. */
record Definition(Rules rules, int trustees) {

  Definition {
    requireNonNull(rules, "rules is null");
    if (trustees < 1) {
      throw new IllegalArgumentException("an election has at least one trustee");
    }
  }
}
