package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ResultEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Every published count is what was decrypted; no logarithm is searched. */
final class V25Result implements Check {

  @Override
  public CheckId id() {
    return CheckId.V25;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Optional<Placed<ResultEntry>> entry = Absent.history(record).the(ResultEntry.class);
    if (entry.isEmpty()) {
      return Absent.entry(record, EntryType.RESULT, Phases.NO_RESULT);
    }
    Optional<Election> election = record.election().get();
    if (election.isEmpty()) {
      return Absent.refused(1, "the election definition");
    }
    Examination examination = new Examination();
    examination.expect(
        EncryptedTally.shapeOf(election.get()).stream().mapToLong(Integer::longValue).sum());
    Optional<BoardObject> object = record.shelf().take(entry.get().entry().references().get(0));
    if (object.isPresent()) {
      Subject subject = Subject.at("result", entry.get().index(), object.get().hash());
      examine(object.get(), subject, record, examination);
    }
    return examination.finding("the sums could not be opened, or the result is missing");
  }

  private static void examine(
      BoardObject object, Subject subject, ElectionRecord record, Examination examination) {
    try {
      ElectionResult result =
          ElectionResult.decode(object.toByteArray(), record.election().get().orElseThrow());
      record.result().accept(result);
      Optional<PerChoice<Element>> opened = record.opened().get();
      if (opened.isPresent()) {
        long largest = record.ballotBox().get().map(BallotBox::weight).orElse(Long.MAX_VALUE);
        compare(result, opened.get(), largest, subject, examination);
      }
    } catch (DecodingException e) {
      examination.fail(Fault.of(subject, e));
    }
  }

  private static void compare(
      ElectionResult result,
      PerChoice<Element> opened,
      long largest,
      Subject subject,
      Examination examination) {
    List<Long> counts = result.counts().all();
    List<Element> sums = opened.all();
    List<String> places = result.counts().places();
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      String where = "at " + places.get(i) + ": ";
      if (count > largest) {
        examination.fail(new Fault(subject, where + "at most " + largest, "" + count));
      } else if (!isCount(count, sums.get(i))) {
        examination.fail(new Fault(subject, where + "the number that was decrypted", "" + count));
      } else {
        examination.pass();
      }
    }
  }

  private static boolean isCount(long count, Element sum) {
    Group group = sum.group();
    return group.generatorBase().times(group.scalar(count)).equals(sum);
  }
}
