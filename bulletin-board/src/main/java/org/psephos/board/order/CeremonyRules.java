package org.psephos.board.order;

import java.util.Optional;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.MemberEntry;
import org.psephos.board.order.CeremonyAttempt.Status;
import org.psephos.board.order.Violation.Rule;

/**
 * Why an entry may not follow in the threshold key ceremony, if it may not
 * (docs/spec/key-ceremony.md, section 2). Looks at one attempt only: there is never more than one
 * that has not ended.
 */
final class CeremonyRules {

  /** What is wrong, for somebody who knows the place. */
  record Fault(Rule rule, String expected, String found) {}

  private final Optional<CeremonyAttempt> last;

  CeremonyRules(Optional<CeremonyAttempt> last) {
    this.last = last;
  }

  Optional<Fault> setup() {
    return last.filter(attempt -> attempt.status() == Status.UNDER_WAY)
        .flatMap(
            attempt ->
                no(
                    Rule.CEREMONY_UNDER_WAY,
                    "attempt " + attempt.number() + " complete or ended",
                    "the "
                        + attempt.step().contribution()
                        + " of "
                        + attempt.missing()
                        + " missing"));
  }

  Optional<Fault> examine(AttemptEntry entry) {
    boolean under = last.isPresent() && last.get().status() != Status.ENDED;
    int number = last.map(CeremonyAttempt::number).orElse(0);
    if (under) {
      return entry.attempt() == number
          ? within(last.get(), entry)
          : no(Rule.OTHER_ATTEMPT, "attempt " + number, "attempt " + entry.attempt());
    }
    if (!(entry instanceof CertificateEntry) || entry.attempt() != number + 1) {
      return no(
          Rule.OTHER_ATTEMPT,
          "certificate of attempt " + (number + 1),
          entry.kind() + " of attempt " + entry.attempt());
    }
    return Optional.empty();
  }

  private static Optional<Fault> within(CeremonyAttempt attempt, AttemptEntry entry) {
    if (!(entry instanceof MemberEntry member)) {
      return Optional.empty();
    }
    if (member instanceof CertificateEntry certificate && !agrees(attempt, certificate)) {
      return no(
          Rule.OTHER_PARAMETERS,
          attempt.threshold() + " of " + attempt.size(),
          certificate.threshold() + " of " + certificate.size());
    }
    Optional<Fault> fault = known(attempt, member.index());
    if (fault.isEmpty() && member instanceof ComplaintEntry complaint) {
      fault = known(attempt, complaint.against());
    }
    return fault.isPresent() ? fault : step(attempt, member);
  }

  private static boolean agrees(CeremonyAttempt attempt, CertificateEntry certificate) {
    return certificate.size() == attempt.size() && certificate.threshold() == attempt.threshold();
  }

  private static Optional<Fault> known(CeremonyAttempt attempt, int index) {
    return index <= attempt.size()
        ? Optional.empty()
        : no(Rule.UNKNOWN_MEMBER, "a member from 1 to " + attempt.size(), "member " + index);
  }

  private static Optional<Fault> step(CeremonyAttempt attempt, MemberEntry entry) {
    CeremonyStep step = CeremonyAttempt.step(entry).orElse(CeremonyStep.VERIFICATION_KEYS);
    if (step.compareTo(attempt.step()) > 0) {
      return no(
          Rule.STEP_NOT_BEGUN,
          "the " + attempt.step().contribution() + " of " + attempt.missing(),
          entry.kind() + " of member " + entry.index());
    }
    return attempt.contributed(step).contains(entry.index())
        ? no(
            Rule.REPEATED,
            "no " + entry.kind() + " after the " + step.contribution() + " of the same member",
            entry.kind() + " of member " + entry.index())
        : Optional.empty();
  }

  private static Optional<Fault> no(Rule rule, String expected, String found) {
    return Optional.of(new Fault(rule, expected, found));
  }
}
