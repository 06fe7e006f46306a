package org.psephos.tally.ceremony;

import static org.psephos.tally.ceremony.CeremonyView.all;
import static org.psephos.tally.ceremony.CeremonyView.missing;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Judgement;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.ceremony.CeremonyStep.Awaited;
import org.psephos.tally.ceremony.CeremonyStep.Refused;
import org.psephos.tally.ceremony.CeremonyStep.WaitFor;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.keyring.TrusteeKeyRing;

/** One look at an attempt in which the member takes part already. */
final class MemberSteps {

  private final Membership member;
  private final TrusteeKeyRing ring;
  private final MemberMemory memory;
  private final char[] passphrase;
  private final SecureRandom random;
  private final CeremonyView view;
  private final Map<Integer, SealedShare> mailbox;
  private final Ceremony ceremony;
  private final int own;

  /** The last one kept. Its secrets belong to the caller, but for a fresh polynomial. */
  private MemberState state;

  MemberSteps(
      Membership member,
      TrusteeKeyRing ring,
      MemberMemory memory,
      char[] passphrase,
      SecureRandom random,
      CeremonyView view,
      Map<Integer, SealedShare> mailbox,
      MemberState state) {
    this.member = member;
    this.ring = ring;
    this.memory = memory;
    this.passphrase = passphrase;
    this.random = random;
    this.view = view;
    this.mailbox = mailbox;
    this.ceremony = member.ceremony(view.attempt());
    this.own = member.index() - 1;
    this.state = state;
  }

  CeremonyStep next() throws KeyFileException {
    Optional<Refused> fault =
        BoardCheck.of(ceremony, view).or(this::ownParts).or(this::changedParts);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (view.certificates().get(own).isEmpty()) {
      return new CeremonyStep.SendCertificate(attempt(), record().certificate());
    }
    List<Integer> missing = missing(view.certificates());
    return missing.isEmpty() ? commitment() : wait(Awaited.CERTIFICATES, missing);
  }

  private CeremonyStep commitment() throws KeyFileException {
    if (record().commitment().isEmpty()) {
      commit();
    }
    if (view.commitments().get(own).isEmpty()) {
      return new CeremonyStep.SendCommitment(attempt(), record().commitment().orElseThrow());
    }
    List<Integer> missing = missing(view.commitments());
    return missing.isEmpty() ? dealing() : wait(Awaited.COMMITMENTS, missing);
  }

  private void commit() throws KeyFileException {
    // Lives in no state but the one that is kept; the next look reads it back from there.
    try (SecretPolynomial fresh =
        SecretPolynomial.random(member.group(), member.threshold(), random)) {
      Digest commitment = ceremony.commitment(member.index(), fresh.commitments());
      keep(state.with(fresh, record().committed(commitment, certificateHashes())));
    }
  }

  private CeremonyStep dealing() throws KeyFileException {
    if (record().deal().isEmpty()) {
      Deal deal =
          Deal.make(
              ceremony,
              member.index(),
              all(view.certificates()),
              state.keys(),
              state.polynomial().orElseThrow(),
              random);
      keep(state.with(record().dealt(deal, all(view.commitments()))));
    }
    if (view.dealings().get(own).isEmpty()) {
      return new CeremonyStep.SendDealing(attempt(), record().deal().orElseThrow());
    }
    List<Integer> missing = missing(view.dealings());
    return missing.isEmpty() ? keyOrComplaint() : wait(Awaited.DEALINGS, missing);
  }

  private CeremonyStep keyOrComplaint() throws KeyFileException {
    Dealings dealings = BoardCheck.dealt(ceremony, view);
    if (record().complaint().isPresent()) {
      return complaint(dealings, record().complaint().get());
    }
    if (ring.hasKey()) {
      try (TrusteeKeyPair held = ring.open(passphrase)) {
        return publish(dealings, held);
      }
    }
    try (MemberShares shares =
        MemberShares.open(dealings, member.index(), state, mailbox, random)) {
      if (shares.bad().isPresent()) {
        return complain(dealings, shares.bad().get());
      }
      if (shares.awaited().isPresent()) {
        return shares.awaited().get();
      }
      try (TrusteeKeyPair made = shares.combine()) {
        // Kept first, so that a key file that is there after a crash is known to be of this
        // attempt.
        keep(state.with(record().holding(made.publicKey(), dealingHashes())));
        try (TrusteeKeyPair held = ring.keep(made, passphrase, random)) {
          return publish(dealings, held);
        }
      }
    }
  }

  private CeremonyStep publish(Dealings dealings, TrusteeKeyPair held) throws KeyFileException {
    if (!record().publicKey().equals(Optional.of(held.publicKey()))
        || !dealings.keyOf(member.index()).equals(held.publicKey())) {
      return new Refused(
          Refusal.KEY_FILE,
          "the key file exists and its key is not that of this attempt; it is never replaced");
    }
    if (record().verificationKey().isEmpty()) {
      keep(state.with(record().publishing(state.keys().publish(held, random))));
    }
    if (view.keys().get(own).isEmpty()) {
      return new CeremonyStep.SendKey(attempt(), record().verificationKey().orElseThrow());
    }
    memory.forget();
    return last(ceremony, view);
  }

  /** After this member's part: wait for the others, or done. */
  static CeremonyStep last(Ceremony ceremony, CeremonyView view) {
    List<Integer> missing = missing(view.keys());
    return missing.isEmpty()
        ? new CeremonyStep.Complete(
            view.attempt(), BoardCheck.dealt(ceremony, view).finish(all(view.keys())))
        : new WaitFor(view.attempt(), Awaited.VERIFICATION_KEYS, missing);
  }

  private CeremonyStep complain(Dealings dealings, MemberRecord.Complaint complaint)
      throws KeyFileException {
    keep(state.with(record().complaining(complaint, dealingHashes())));
    return complaint(dealings, complaint);
  }

  private CeremonyStep complaint(Dealings dealings, MemberRecord.Complaint complaint) {
    Judgement judgement = dealings.judge(complaint.against(), member.index(), complaint.evidence());
    if (judgement instanceof Judgement.Proven proven) {
      return new CeremonyStep.SendComplaint(
          attempt(), complaint.against(), proven.fault(), complaint.evidence());
    }
    throw new IllegalStateException("a complaint that was kept is proven");
  }

  private void keep(MemberState more) throws KeyFileException {
    CeremonyMember.keep(memory, more);
    state = more;
  }

  private MemberRecord record() {
    return state.record();
  }

  private int attempt() {
    return view.attempt();
  }

  private WaitFor wait(Awaited awaited, List<Integer> members) {
    return new WaitFor(attempt(), awaited, members);
  }

  private List<Digest> certificateHashes() {
    return all(view.certificates()).stream().map(MemberSteps::hash).toList();
  }

  private List<Digest> dealingHashes() {
    return all(view.dealings()).stream().map(MemberSteps::hash).toList();
  }

  private static Digest hash(Certificate certificate) {
    return Digest.sha256(certificate.encode());
  }

  private static Digest hash(Dealing dealing) {
    return Digest.sha256(dealing.encode());
  }

  private Optional<Refused> ownParts() {
    MemberRecord mine = record();
    return own(
            "certificate",
            view.certificates().get(own),
            Optional.of(mine.certificate()),
            mine.commitment().isPresent())
        .or(
            () ->
                own(
                    "commitment",
                    view.commitments().get(own),
                    mine.commitment(),
                    mine.deal().isPresent()))
        .or(
            () ->
                own(
                    "dealing",
                    view.dealings().get(own),
                    mine.deal().map(Deal::dealing),
                    !mine.seenDealings().isEmpty()))
        .or(() -> own("verification key", view.keys().get(own), mine.verificationKey(), false));
  }

  /**
   * Compares what the board shows in this member's name with what it made.
   *
   * @param seen whether the board had shown it when the member went on
   */
  private static <T> Optional<Refused> own(
      String part, Optional<T> shown, Optional<T> made, boolean seen) {
    if (shown.isEmpty()) {
      return seen
          ? refused(Refusal.OWN_MISSING, part, "is missing on the board")
          : Optional.empty();
    }
    if (made.isEmpty()) {
      return refused(
          Refusal.OWN_UNKNOWN, part, "stands on the board but was not made with this file");
    }
    return shown.equals(made)
        ? Optional.empty()
        : refused(
            Refusal.OWN_ALTERED, part, "stands on the board in another form than it was sent");
  }

  private static Optional<Refused> refused(Refusal refusal, String part, String text) {
    return Optional.of(new Refused(refusal, "this member's " + part + " " + text));
  }

  private Optional<Refused> changedParts() {
    MemberRecord mine = record();
    return changed(
            "certificate",
            view.certificates().stream().map(c -> c.map(MemberSteps::hash)).toList(),
            mine.seenCertificates())
        .or(() -> changed("commitment", view.commitments(), mine.seenCommitments()))
        .or(
            () ->
                changed(
                    "dealing",
                    view.dealings().stream().map(d -> d.map(MemberSteps::hash)).toList(),
                    mine.seenDealings()));
  }

  private static Optional<Refused> changed(
      String part, List<Optional<Digest>> shown, List<Digest> seen) {
    for (int i = 0; i < seen.size(); i++) {
      if (!shown.get(i).equals(Optional.of(seen.get(i)))) {
        return Optional.of(
            new Refused(
                Refusal.CHANGED,
                "the " + part + " of member " + (i + 1) + " is not what the board showed before"));
      }
    }
    return Optional.empty();
  }
}
