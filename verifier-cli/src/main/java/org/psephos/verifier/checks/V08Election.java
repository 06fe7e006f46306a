package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The setup data and election.json: canonical, within the limits, of this board. */
final class V08Election implements Check {

  @Override
  public CheckId id() {
    return CheckId.V08;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Optional<Placed<SetupEntry>> setup = Absent.history(record).the(SetupEntry.class);
    if (setup.isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    Examination examination = new Examination();
    examination.expect(4);
    Reference reference = new Reference(setup.get().entry().payload(), ObjectKind.SETUP_DATA);
    Optional<BoardObject> object = record.shelf().take(reference);
    if (object.isPresent()) {
      setup(setup.get(), object.get(), record, examination);
    }
    return examination.finding("an object that defines the election is missing");
  }

  private static void setup(
      Placed<SetupEntry> entry, BoardObject object, ElectionRecord record, Examination examination)
      throws IOException {
    try {
      SetupData setup = SetupData.decode(object.toByteArray());
      if (setup.credentialsCertificate().isPresent()) {
        throw new DecodingException("credentials_certificate", "no such member", "one");
      }
      record.setup().accept(setup);
      examination.pass();
      Optional<BoardObject> election =
          record.shelf().take(new Reference(setup.election(), ObjectKind.ELECTION));
      if (election.isPresent()) {
        election(election.get(), record, examination);
      }
    } catch (DecodingException e) {
      examination.fail(Fault.of(Subject.at("setup data", entry.index(), object.hash()), e));
    }
  }

  private static void election(BoardObject object, ElectionRecord record, Examination examination) {
    Subject subject = Subject.of("election.json", object.hash());
    try {
      Election election = Election.decode(object.toByteArray());
      record.election().accept(election);
      examination.pass();
      Inspected.into(examination, subject, election.inspectTexts());
      record.board().genesis().ifPresent(genesis -> same(genesis, election, subject, examination));
    } catch (DecodingException e) {
      examination.fail(Fault.of(subject, e));
    }
  }

  private static void same(
      GenesisEntry genesis, Election election, Subject subject, Examination examination) {
    examination.match(subject, "the group", genesis.group(), election.group().name());
    examination.match(subject, "the uuid", genesis.uuid(), election.uuid().value());
  }
}
