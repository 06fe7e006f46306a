package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.Rehearsal;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.Warning;

/** What is not wrong, and yet a reader should know. */
final class Notices {

  private static final int FEW = 10;

  private final ElectionRecord record;

  private Notices(ElectionRecord record) {
    this.record = record;
  }

  static void add(ElectionRecord record) throws IOException {
    Notices notices = new Notices(record);
    notices.comparisons(record.inputs());
    notices.rehearsals();
    notices.attempts(Absent.history(record));
    notices.reissues(Absent.history(record));
    notices.changes(Absent.history(record));
    notices.privacy();
  }

  private void comparisons(Inputs inputs) {
    if (inputs.fingerprint().isEmpty() && record.setup().get().isPresent()) {
      warn(
          "fingerprint-not-compared",
          "The fingerprint was not compared with an outside source. Compare it with the one in"
              + " your letter or announcement, or give it with --expect-fingerprint.");
    }
    if (inputs.receipts().isEmpty() && inputs.earlier().isEmpty()) {
      warn(
          "board-not-compared",
          "This board was not compared with what others saw: no receipts and no earlier checkpoint"
              + " were given.");
    }
  }

  private void rehearsals() {
    if (record.board().genesis().filter(one -> one.mode() == Mode.REHEARSAL).isPresent()) {
      warn("rehearsal", "This is a rehearsal. Its result decides nothing.");
    }
    record
        .manifest()
        .get()
        .map(manifest -> manifest.rules().rehearsal())
        .ifPresent(
            rehearsal -> {
              if (rehearsal instanceof Rehearsal.Waived waived) {
                warn("rehearsal-waived", "There was no rehearsal. The reason: " + waived.reason());
              }
            });
  }

  private void attempts(History history) throws IOException {
    for (Placed<AttemptEntry> placed : history.all(AttemptEntry.class)) {
      String attempt = "Attempt " + placed.entry().attempt() + " of the key ceremony ";
      if (placed.entry() instanceof ComplaintEntry complaint) {
        warn(
            "ceremony-ended",
            attempt
                + "ended with a complaint: member "
                + complaint.index()
                + " says that member "
                + complaint.against()
                + " dealt it a bad share.");
      } else if (placed.entry() instanceof AbandonEntry abandon) {
        warn("ceremony-ended", attempt + "was abandoned. The reason: " + text(abandon.payload()));
      }
    }
  }

  private void reissues(History history) {
    long reissued =
        history.all(CredentialsEntry.class).stream()
            .mapToLong(upload -> upload.entry().reissued())
            .sum();
    if (reissued > 0) {
      warn(
          "codes-reissued",
          "Before the definition was frozen, "
              + reissued
              + " of the voters' codes were replaced by new ones. The registrar can say why.");
    }
  }

  private void changes(History history) throws IOException {
    for (Placed<AmendmentEntry> amendment : history.all(AmendmentEntry.class)) {
      AmendmentEntry.Change change = amendment.entry().change();
      String when = "Entry " + amendment.index() + ", after voting began: ";
      if (change instanceof AmendmentEntry.Closes later) {
        warn("closes-amended", when + "the end of voting was moved to " + later.closes() + ".");
      } else if (change instanceof AmendmentEntry.Booth booth) {
        warn("booth-amended", when + "the voting page was replaced by " + booth.booth() + ".");
      } else if (change instanceof AmendmentEntry.Notice notice) {
        warn("notice", when + "a notice was published: " + text(notice.notice()));
      }
    }
    Optional<Placed<CancelEntry>> cancel = history.the(CancelEntry.class);
    if (cancel.isPresent()) {
      warn(
          "cancelled",
          "The election was cancelled. The reason: " + text(cancel.get().entry().payload()));
    }
  }

  private String text(Digest hash) throws IOException {
    Optional<BoardObject> object = record.shelf().take(new Reference(hash, ObjectKind.TEXT));
    if (object.isEmpty()) {
      return "(missing)";
    }
    try {
      return LocalizedText.decode(object.get()).texts().toString();
    } catch (DecodingException e) {
      return "(unreadable)";
    }
  }

  private void privacy() {
    Optional<BallotBox> box = record.ballotBox().get();
    if (record.result().get().isEmpty() || box.isEmpty()) {
      return;
    }
    if (box.get().counted() < FEW) {
      warn(
          "few-ballots",
          "Only "
              + box.get().counted()
              + " ballots count: from so few, a result may tell how somebody voted.");
    }
    long weight = box.get().weight();
    boolean unanimous =
        weight > 0
            && record.result().get().get().counts().all().stream().anyMatch(n -> n == weight);
    if (unanimous) {
      warn("unanimous", "In at least one question everybody chose the same: no vote is secret.");
    }
  }

  private void warn(String code, String text) {
    record.warn(new Warning(code, text));
  }
}
