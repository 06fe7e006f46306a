package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Everyone with a secret saw this board with its Setup, and said so. */
final class V14Ready implements Check {

  @Override
  public CheckId id() {
    return CheckId.V14;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    List<Placed<ReadyEntry>> entries = Absent.history(record).all(ReadyEntry.class);
    if (entries.isEmpty()) {
      return Absent.entry(record, EntryType.READY, Phases.NOBODY_READY);
    }
    Examination examination = new Examination();
    examination.expect(entries.size());
    if (record.election().get().isPresent()) {
      for (Placed<ReadyEntry> entry : entries) {
        Optional<BoardObject> object = record.shelf().take(entry.entry().references().get(0));
        if (object.isPresent()) {
          new Statement(record, entry, object.get(), examination).judge();
        }
      }
    }
    return examination.finding("the definition or a statement was not accepted");
  }

  /** One statement and what it must be about. */
  private record Statement(
      ElectionRecord record,
      Placed<ReadyEntry> entry,
      BoardObject object,
      Examination examination) {

    void judge() {
      try {
        if (entry.entry() instanceof TrusteeReadyEntry trustee) {
          judge(trustee);
        } else {
          judgeRegistrar();
        }
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject(), e));
      }
    }

    private void judge(TrusteeReadyEntry trustee) throws DecodingException {
      Optional<Owner> owner =
          record.trustees().get().flatMap(trustees -> trustees.owner(trustee.owner()));
      TrusteeReady ready = TrusteeReady.decode(object, election().group());
      if (isHead(ready.size(), ready.root()) && owner.isPresent()) {
        ReadyContext context = context(ready.size(), ready.root());
        conclude(
            ready.holds(context, trustee.owner(), owner.get().key()),
            "a proof under the key of trustee " + trustee.owner());
      }
    }

    private void judgeRegistrar() throws DecodingException {
      Optional<Manifest> manifest = record.manifest().get();
      RegistrarReady ready = RegistrarReady.decode(object);
      if (isHead(ready.size(), ready.root()) && manifest.isPresent()) {
        ReadyContext context = context(ready.size(), ready.root());
        conclude(
            ready.holds(context, manifest.get().registrar()),
            "a signature under the registrar's key");
      }
    }

    /** Whether size and root are a head of this very board that covers Setup; else a fault. */
    private boolean isHead(long size, Digest root) {
      long setup = Absent.history(record).the(SetupEntry.class).orElseThrow().index();
      if (size <= setup || size > entry.index()) {
        examination.fail(
            new Fault(subject(), "a size from " + (setup + 1) + " to " + entry.index(), "" + size));
        return false;
      }
      Digest expected = record.board().root(size);
      if (!root.equals(expected)) {
        examination.fail(
            new Fault(subject(), "root " + expected.hex() + " for the size " + size, root.hex()));
        return false;
      }
      return true;
    }

    private void conclude(boolean holds, String expected) {
      examination.conclude(
          holds ? List.of() : List.of(new Fault(subject(), expected, "one that does not hold")));
    }

    private ReadyContext context(long size, Digest root) {
      return new ReadyContext(election().group(), election().fingerprint(), size, root);
    }

    private Election election() {
      return record.election().get().orElseThrow();
    }

    private Subject subject() {
      return Subject.at("ready", entry.index(), object.hash());
    }
  }
}
