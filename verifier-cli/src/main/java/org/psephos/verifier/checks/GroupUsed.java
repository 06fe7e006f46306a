package org.psephos.verifier.checks;

import java.util.List;
import java.util.Optional;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.order.CeremonyAttempt.Status;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.Trustee;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/**
 * The threshold group of the trustees object is the one that the last attempt made, after all
 * Single trustees; if the last attempt made none, there is none.
 */
record GroupUsed(ElectionRecord record, Examination examination) {

  /**
   * @param made what the last attempt made; empty, too, if a part of it was refused
   */
  void compare(Optional<PedersenGroup> made) {
    Optional<CeremonyAttempt> complete =
        record.attempt().get().filter(attempt -> attempt.status() == Status.COMPLETE);
    List<Trustee> entries = record.trustees().get().map(Trustees::entries).orElse(List.of());
    long used = entries.stream().filter(PedersenGroup.class::isInstance).count();
    examination.expect(Math.max(used, complete.isPresent() ? 1 : 0));
    if (complete.isPresent() && used == 0 && record.trustees().get().isPresent()) {
      examination.fail(
          new Fault(
              Subject.of("trustees"),
              "the threshold group of attempt " + complete.get().number(),
              "no threshold group"));
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof PedersenGroup group) {
        Subject subject = Subject.of("trustees[" + i + "]");
        if (complete.isEmpty()) {
          examination.fail(
              new Fault(subject, "no threshold group, as no attempt made one", "a group"));
        } else if (i < entries.size() - 1) {
          examination.fail(
              new Fault(subject, "one group, after all Single trustees", "something after it"));
        } else if (made.isPresent() && !refused()) {
          same(subject, complete.get(), made.get(), group);
        }
      }
    }
  }

  /** Whether V11 refused something in the trustees object, which is then not examined again. */
  private boolean refused() {
    return record.trusteesFaults().get().filter(codes -> !codes.isEmpty()).isPresent();
  }

  private void same(
      Subject subject, CeremonyAttempt attempt, PedersenGroup made, PedersenGroup used) {
    examination.match(
        subject,
        "the group that attempt " + attempt.number() + " made,",
        made.fingerprint().hex(),
        used.fingerprint().hex());
  }
}
