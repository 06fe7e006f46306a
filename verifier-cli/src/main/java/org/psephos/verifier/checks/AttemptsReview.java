package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.order.CeremonyAttempt.Status;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.Examination;

/** Reviews all attempts of the threshold key ceremony, in board order; those that ended, too. */
final class AttemptsReview {

  /** What the members' parts are said to lack when the whole group is said to be a mixture. */
  private static final Set<String> FORM =
      Set.of("certificate-context", "verification-key-signature");

  private final ElectionRecord record;
  private final Examination examination;
  private final List<Certificate> certificates = new ArrayList<>();
  private int number;
  private Optional<AttemptReview> last = Optional.empty();

  AttemptsReview(ElectionRecord record, Examination examination) {
    this.record = record;
    this.examination = examination;
  }

  /**
   * @param entries whose order was accepted, so that each attempt begins with a certificate
   */
  void examine(List<Placed<AttemptEntry>> entries) throws IOException {
    for (Placed<AttemptEntry> placed : entries) {
      if (placed.entry() instanceof CertificateEntry first && first.attempt() > number) {
        number = first.attempt();
        last = Optional.of(review(first));
      }
      last.orElseThrow().examine(placed);
    }
  }

  /** What the last attempt made, if it is complete and all of it can be read. */
  Optional<PedersenGroup> finished() {
    return last.flatMap(AttemptReview::finished);
  }

  private AttemptReview review(CertificateEntry first) {
    GenesisEntry genesis = record.board().genesis().orElseThrow();
    Ceremony ceremony =
        new Ceremony(
            new ElectionId(genesis.uuid()),
            number,
            group(genesis),
            first.size(),
            first.threshold());
    return new AttemptReview(ceremony, record.shelf(), examination, said(), certificates);
  }

  private static Group group(GenesisEntry genesis) {
    try {
      return Groups.named(genesis.group());
    } catch (DecodingException e) {
      throw new IllegalStateException("Genesis names a known group", e);
    }
  }

  /** What V11 said already about this attempt: the trustees object repeats the one that counts. */
  private Set<String> said() {
    Optional<CeremonyAttempt> used =
        record
            .attempt()
            .get()
            .filter(attempt -> attempt.number() == number)
            .filter(attempt -> attempt.status() == Status.COMPLETE);
    if (used.isEmpty()) {
      return Set.of();
    }
    Set<String> said = new HashSet<>(record.trusteesFaults().get().orElse(Set.of()));
    if (said.contains("threshold-form")) {
      said.addAll(FORM);
    }
    return Set.copyOf(said);
  }
}
