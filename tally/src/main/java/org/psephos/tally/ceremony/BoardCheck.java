package org.psephos.tally.ceremony;

import static org.psephos.tally.ceremony.CeremonyView.all;
import static org.psephos.tally.ceremony.CeremonyView.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.CeremonyInspection;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/** Everything that a member checks about an attempt without knowing what itself sent. */
final class BoardCheck {

  private final Ceremony ceremony;
  private final CeremonyView view;

  private BoardCheck(Ceremony ceremony, CeremonyView view) {
    this.ceremony = ceremony;
    this.view = view;
  }

  /** The first thing that is wrong; empty if nothing is. */
  static Optional<CeremonyStep.Refused> of(Ceremony ceremony, CeremonyView view) {
    BoardCheck check = new BoardCheck(ceremony, view);
    return check.order().or(check::certificates).or(check::dealings).or(check::verificationKeys);
  }

  private Optional<CeremonyStep.Refused> order() {
    boolean certified = missing(view.certificates()).isEmpty();
    boolean committed = missing(view.commitments()).isEmpty();
    boolean dealt = missing(view.dealings()).isEmpty();
    boolean early =
        (!certified && view.commitments().stream().anyMatch(Optional::isPresent))
            || (!committed && view.dealings().stream().anyMatch(Optional::isPresent))
            || (!dealt && view.keys().stream().anyMatch(Optional::isPresent));
    return early
        ? Optional.of(
            new CeremonyStep.Refused(
                Refusal.ORDER,
                "a step stands on the board before the one that it follows is whole"))
        : Optional.empty();
  }

  private Optional<CeremonyStep.Refused> certificates() {
    List<Certificate> earlier = new ArrayList<>(view.earlierCertificates());
    for (int index = 1; index <= view.size(); index++) {
      Optional<Certificate> certificate = view.certificates().get(index - 1);
      if (certificate.isPresent()) {
        Inspection inspection =
            CeremonyInspection.certificate(ceremony, index, certificate.get(), earlier);
        if (!inspection.passed()) {
          return refused(Refusal.CERTIFICATE, "certificate", index, inspection);
        }
        earlier.add(certificate.get());
      }
    }
    return Optional.empty();
  }

  private Optional<CeremonyStep.Refused> dealings() {
    List<Dealing> earlier = new ArrayList<>();
    for (int index = 1; index <= view.size(); index++) {
      Optional<Dealing> dealing = view.dealings().get(index - 1);
      if (dealing.isPresent()) {
        Inspection inspection =
            CeremonyInspection.dealing(
                ceremony,
                index,
                all(view.certificates()),
                view.commitments().get(index - 1).orElseThrow(),
                dealing.get(),
                earlier);
        if (!inspection.passed()) {
          return refused(Refusal.DEALING, "dealing", index, inspection);
        }
        earlier.add(dealing.get());
      }
    }
    return Optional.empty();
  }

  private Optional<CeremonyStep.Refused> verificationKeys() {
    for (int index = 1; index <= view.size(); index++) {
      Optional<TrusteeKey> key = view.keys().get(index - 1);
      if (key.isPresent()) {
        Inspection inspection =
            CeremonyInspection.verificationKey(dealt(ceremony, view), index, key.get());
        if (!inspection.passed()) {
          return refused(Refusal.VERIFICATION_KEY, "verification key", index, inspection);
        }
      }
    }
    return Optional.empty();
  }

  /** What stands when all have dealt; their dealings must have been checked. */
  static Dealings dealt(Ceremony ceremony, CeremonyView view) {
    return new Dealings(ceremony, all(view.certificates()), all(view.dealings()));
  }

  private static Optional<CeremonyStep.Refused> refused(
      Refusal refusal, String part, int index, Inspection inspection) {
    Finding fault = inspection.faults().get(0);
    return Optional.of(
        new CeremonyStep.Refused(
            refusal,
            "the "
                + part
                + " of member "
                + index
                + " does not pass: "
                + fault.where()
                + ": expected "
                + fault.expected()
                + ", found "
                + fault.found()));
  }
}
