package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Warning;

/**
 * Every ballot is one of this election, in its one spelling and with the shape of its questions.
 */
final class V15BallotShape implements Check {

  @Override
  public CheckId id() {
    return CheckId.V15;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    History history = Absent.history(record);
    if (history.the(OpenEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.OPEN, Phases.NOT_OPEN);
    }
    Optional<Election> election = record.election().get();
    Optional<CredentialList> credentials = record.credentials().get();
    if (election.isEmpty() || credentials.isEmpty()) {
      return Absent.refused(history.ballots().size(), "the definition or the list of credentials");
    }
    BallotBox box = BallotPass.run(record, election.get(), credentials.get());
    record.ballotBox().accept(box);
    if (box.revealing() > 0) {
      record.warn(
          new Warning(
              "ballots-without-randomness",
              box.revealing()
                  + " ballots hold a choice that was encrypted without randomness: everyone can"
                  + " read it. Honest devices never make such ballots."));
    }
    return box.shape().finding("an object of a ballot is missing");
  }
}
