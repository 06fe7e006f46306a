package org.psephos.board.order;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AmendmentEntry.Booth;
import org.psephos.board.entry.AmendmentEntry.Closes;
import org.psephos.board.entry.AmendmentEntry.Notice;
import org.psephos.board.entry.AttestationEntry;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.crypto.hash.Digest;

/** Whole elections as sequences of events, varied by a choice of numbers. */
final class Sequences {

  private final Choices choices;
  private final int trustees;
  private final List<Event> events = new ArrayList<>();
  private long closes = EntryFixtures.CLOSES;
  private long now = 1_700_000_000;
  private int serial;

  private Sequences(Choices choices) {
    this.choices = choices;
    this.trustees = 1 + choices.below(4);
  }

  /** An election that runs to its result; the seed decides everything that may vary. */
  static List<Event> held(long seed) {
    Sequences election = new Sequences(new Choices(seed));
    election.keys();
    election.ready();
    election.voting();
    election.tally();
    return List.copyOf(election.events);
  }

  private void keys() {
    add(EntryFixtures.genesis(now));
    for (int i = choices.below(6); i > 0; i--) {
      add(
          choices.below(2) == 0
              ? new TrusteeKeyEntry(1 + choices.below(trustees), fresh())
              : new CredentialsEntry(10, fresh(), EntryFixtures.REGISTRAR, 0));
    }
    if (choices.below(4) == 0) {
      attempts();
    }
    events.add(Event.of(new SetupEntry(fresh(), fresh()), EntryFixtures.rules(), trustees));
  }

  private void attempts() {
    int attempt = 1;
    if (choices.below(2) == 0) {
      add(new CertificateEntry(attempt, 1, fresh(), 2, 2));
      add(new AbandonEntry(attempt++, fresh()));
    }
    add(new CertificateEntry(attempt, 1, fresh(), 1, 1));
    add(new CommitmentEntry(attempt, fresh(), 1));
    add(new DealingEntry(attempt, 1, fresh()));
    add(new VerificationKeyEntry(attempt, 1, fresh()));
  }

  private void ready() {
    List<BoardEntry> ready = new ArrayList<>();
    for (int owner = 1; owner <= trustees; owner++) {
      ready.add(new TrusteeReadyEntry(owner, fresh()));
    }
    ready.add(new RegistrarReadyEntry(fresh()));
    choices.shuffle(ready);
    ready.forEach(this::add);
    now = EntryFixtures.OPENS + choices.below(100);
    add(new OpenEntry(now));
  }

  private void voting() {
    for (int i = choices.below(8); i > 0; i--) {
      switch (choices.below(6)) {
        case 0 -> add(new AmendmentEntry(new Closes(closes += 60), now));
        case 1 -> add(new AmendmentEntry(new Booth(fresh()), now));
        case 2 -> add(new AmendmentEntry(new Notice(fresh()), now += 5));
        case 3 -> add(new AttestationEntry(fresh()));
        default -> add(new BallotEntry(fresh()));
      }
    }
    now = closes + choices.below(2);
    add(new EndBallotsEntry(now));
  }

  private void tally() {
    add(new EncryptedTallyEntry(fresh()));
    List<Integer> owners = new ArrayList<>();
    for (int owner = 1; owner <= trustees; owner++) {
      owners.add(owner);
    }
    choices.shuffle(owners);
    for (int owner : owners.subList(0, 1 + choices.below(trustees))) {
      events.add(Event.of(new PartialDecryptionEntry(fresh()), owner));
      events.add(Event.of(new DecryptionProofEntry(fresh()), owner));
    }
    add(new ResultEntry(fresh()));
    if (choices.below(2) == 0) {
      add(new AttestationEntry(fresh()));
    }
  }

  static CancelEntry cancel() {
    return new CancelEntry(EntryFixtures.hash("reason"), EntryFixtures.CLOSES * 2);
  }

  private void add(BoardEntry entry) {
    events.add(Event.of(entry));
  }

  private Digest fresh() {
    return EntryFixtures.hash("object " + serial++);
  }
}
