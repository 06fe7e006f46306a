package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The manifest, and that everything it fixes is what the election uses. */
final class V09Manifest implements Check {

  /** Manifest, its name in election.json, genesis, two lists, two numbers. */
  private static final int FIXED = 7;

  @Override
  public CheckId id() {
    return CheckId.V09;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Optional<Placed<SetupEntry>> setup = Absent.history(record).the(SetupEntry.class);
    if (setup.isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    Examination examination = new Examination();
    examination.expect(FIXED);
    Reference reference = new Reference(setup.get().entry().manifest(), ObjectKind.MANIFEST);
    Optional<BoardObject> object = record.shelf().take(reference);
    if (object.isPresent()) {
      Subject subject = Subject.at("manifest", setup.get().index(), object.get().hash());
      try {
        Manifest manifest = Manifest.decode(object.get());
        record.manifest().accept(manifest);
        examination.pass();
        new Comparison(record, manifest, subject, examination).all(object.get().hash());
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject, e));
      }
    }
    return examination.finding("what the manifest is compared with was not accepted");
  }

  /** The manifest against everything else. */
  private record Comparison(
      ElectionRecord record, Manifest manifest, Subject subject, Examination examination) {

    void all(Digest hash) throws IOException {
      record.election().get().ifPresent(election -> name(election, hash));
      record
          .board()
          .first()
          .ifPresent(first -> same("genesis", first.hex(), manifest.genesis().hex()));
      record.setup().get().ifPresent(this::lists);
      record.credentials().get().ifPresent(this::numbers);
      if (record.election().get().isPresent()) {
        new Texts(record, record.election().get().get(), examination).compare(manifest);
      }
    }

    private void name(Election election, Digest hash) {
      examination.match(
          Subject.of("election.json", election.fingerprint()),
          "credential_authority",
          Manifest.credentialAuthority(hash),
          election.texts().credentialAuthority().orElse("nothing"));
    }

    private void lists(SetupData setup) {
      same("credentials", setup.credentials().hex(), manifest.credentials().hex());
      same("trustees", setup.trustees().hex(), manifest.trustees().hex());
    }

    private void numbers(CredentialList list) {
      same("voters", "" + list.size(), "" + manifest.rules().voters());
      same("weight", "" + list.totalWeight(), "" + manifest.rules().weight());
    }

    private void same(String what, String expected, String found) {
      examination.match(subject, what, expected, found);
    }
  }
}
