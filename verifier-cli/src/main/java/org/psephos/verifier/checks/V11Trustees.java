package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;
import org.psephos.verifier.report.Warning;

/** The trustees' keys are sound, and together they make the key of the election. */
final class V11Trustees implements Check {

  /** Stands among the codes of faults if the trustees object cannot be read. */
  static final String MALFORMED = "malformed";

  @Override
  public CheckId id() {
    return CheckId.V11;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    if (Absent.history(record).the(SetupEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    if (record.election().get().isEmpty()) {
      return Absent.refused(1, "the election definition");
    }
    Reference reference =
        new Reference(record.setup().get().orElseThrow().trustees(), ObjectKind.TRUSTEES);
    Optional<BoardObject> object = record.shelf().take(reference);
    return object.isPresent()
        ? examine(object.get(), record.election().get().get(), record)
        : Absent.refused(1, "the trustees object");
  }

  private static Finding examine(BoardObject object, Election election, ElectionRecord record) {
    Subject subject = Subject.of("trustees", object.hash());
    Examination examination = new Examination();
    try {
      Trustees trustees = Trustees.decode(object.toByteArray(), election.group());
      record.trustees().accept(trustees);
      Inspection inspection = trustees.inspect(election.publicKey().element());
      record.trusteesFaults().accept(codes(inspection));
      Inspected.into(examination, subject, inspection);
      Inspected.warn(record, inspection);
      if (trustees.owners().size() == 1) {
        record.warn(
            new Warning(
                "single-trustee", "There is one trustee, who can read every ballot alone."));
      }
    } catch (DecodingException e) {
      record.trusteesFaults().accept(Set.of(MALFORMED));
      examination.expect(1);
      examination.fail(Fault.of(subject, e));
    }
    return examination.finding();
  }

  private static Set<String> codes(Inspection inspection) {
    return inspection.faults().stream()
        .map(org.psephos.crypto.finding.Finding::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
