package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.ReadEntry;
import org.psephos.verifier.record.Shelf;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/**
 * Every object that an entry or an object refers to is there, under its hash. Runs after the checks
 * that read objects, and reads what none of them did.
 */
final class V02Objects implements Check {

  @Override
  public CheckId id() {
    return CheckId.V02;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Walk walk = new Walk(record.shelf(), new Examination().orNothing());
    List<ReadEntry> entries = record.board().entries();
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index) instanceof ReadEntry.Known known) {
        walk.visit(index, known.entry());
      }
    }
    return walk.examination.finding();
  }

  /** Follows the references of one entry after the other. */
  private static final class Walk {

    private final Shelf shelf;
    private final Examination examination;
    private final Set<Reference> visited = new HashSet<>();

    Walk(Shelf shelf, Examination examination) {
      this.shelf = shelf;
      this.examination = examination;
    }

    void visit(long index, BoardEntry entry) throws IOException {
      for (Reference reference : entry.references()) {
        visit(index, reference);
      }
    }

    private void visit(long index, Reference reference) throws IOException {
      if (reference.kind() != ObjectKind.BALLOT && !visited.add(reference)) {
        return;
      }
      examination.expect(1);
      if (!reference.kind().hasChildren()) {
        conclude(index, reference, isThere(index, reference));
        return;
      }
      Optional<BoardObject> object = shelf.take(reference);
      conclude(index, reference, object.isPresent());
      if (object.isPresent()) {
        for (Reference child : children(reference, object.get())) {
          visit(index, child);
        }
      }
    }

    private boolean isThere(long index, Reference reference) throws IOException {
      return (reference.kind() == ObjectKind.BALLOT && shelf.hadBallot(index))
          || shelf.take(reference).isPresent();
    }

    /** What the object names; that it cannot be read is said by the check that it is about. */
    private static List<Reference> children(Reference reference, BoardObject object) {
      try {
        return reference.children(object);
      } catch (DecodingException e) {
        return List.of();
      }
    }

    private void conclude(long index, Reference reference, boolean isThere) {
      if (isThere) {
        examination.pass();
        return;
      }
      Subject subject = Subject.at(Words.of(reference.kind()) + " object", index, reference.hash());
      examination.fail(
          shelf
              .absence(reference)
              .map(e -> Fault.of(subject, e))
              .orElseGet(() -> new Fault(subject, "an object", "nothing")));
    }
  }
}
