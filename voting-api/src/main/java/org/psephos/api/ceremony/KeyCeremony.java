package org.psephos.api.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.psephos.api.election.Code;
import org.psephos.api.election.Elections;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.election.RefusedException;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.MemberEntry;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ceremony.CeremonyInspection;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.Judgement;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/**
 * Takes what the members of a threshold group send in the steps of the ceremony
 * (docs/spec/key-ceremony.md), checks it as any verifier will, and appends it. The same bytes again
 * change nothing; other bytes in their place are refused, since only the first stand on the board.
 */
@ApplicationScoped
public class KeyCeremony {

  private final Elections elections;
  private final Mailbox mailbox;
  private final OperatorLog log;

  KeyCeremony(Elections elections, Mailbox mailbox, OperatorLog log) {
    this.elections = elections;
    this.mailbox = mailbox;
    this.log = log;
  }

  /** Checks a contribution and says what stands on the board for it. */
  private interface Step {
    MemberEntry entry(Turn turn) throws RefusedException, DecodingException;
  }

  /** Takes a certificate, step 1; the first one of an attempt begins it. */
  public void certificate(Sender sender, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(bytes);
    contribute(
        sender,
        List.of(object),
        turn -> {
          Certificate certificate = Certificate.decode(bytes, turn.group());
          if (!stands(turn, certificate)) {
            require(
                CeremonyInspection.certificate(
                    turn.ceremony(), turn.index(), certificate, turn.otherCertificates()));
          }
          return new CertificateEntry(
              sender.attempt(),
              turn.index(),
              object.hash(),
              turn.ceremony().size(),
              turn.ceremony().threshold());
        });
  }

  private static boolean stands(Turn turn, Certificate certificate) {
    return turn.record()
        .map(record -> certificate.equals(record.certificates().get(turn.index())))
        .orElse(false);
  }

  /** Takes the hash of what a member is going to deal, step 2. */
  public void commitment(Sender sender, Digest commitment)
      throws RefusedException, StoreUnavailableException {
    contribute(
        sender, List.of(), turn -> new CommitmentEntry(sender.attempt(), commitment, turn.index()));
  }

  /**
   * Takes a dealing and the encrypted shares that it names, step 3.
   *
   * @param shares in the order of the recipients' indexes
   */
  public void dealing(Sender sender, byte[] bytes, List<SealedShare> shares)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(bytes);
    contribute(
        sender,
        List.of(object),
        turn -> {
          Dealing dealing = Dealing.decode(bytes, turn.group());
          requireSound(turn, dealing);
          if (!dealing.shares().equals(shares.stream().map(SealedShare::hash).toList())) {
            throw new RefusedException(
                Code.WRONG_SHAPE, "shares: expected those whose hashes the dealing names");
          }
          mailbox.put(sender.election(), sender.attempt(), turn.index(), shares);
          return new DealingEntry(sender.attempt(), turn.index(), object.hash());
        });
  }

  private static void requireSound(Turn turn, Dealing dealing) throws RefusedException {
    AttemptRecord record = turn.begun();
    List<Certificate> certificates =
        record.allCertificates().orElseThrow(() -> tooEarly("a certificate", "all"));
    Digest commitment = record.commitments().get(turn.index());
    if (commitment == null) {
      throw tooEarly("a commitment", "this member");
    }
    Dealing stands = record.dealings().get(turn.index());
    if (stands != null && !stands.equals(dealing)) {
      throw new RefusedException(Code.WRONG_STATE, "another dealing of this member stands already");
    }
    List<Dealing> others =
        record.dealings().entrySet().stream()
            .filter(other -> other.getKey() != turn.index())
            .map(Map.Entry::getValue)
            .toList();
    require(
        CeremonyInspection.dealing(
            turn.ceremony(), turn.index(), certificates, commitment, dealing, others));
  }

  /** Takes a member's verification key, step 4. */
  public void verificationKey(Sender sender, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(bytes);
    contribute(
        sender,
        List.of(object),
        turn -> {
          TrusteeKey key = TrusteeKey.decode(bytes, turn.group());
          require(CeremonyInspection.verificationKey(dealings(turn), turn.index(), key));
          return new VerificationKeyEntry(sender.attempt(), turn.index(), object.hash());
        });
  }

  /**
   * Takes a complaint, which ends the attempt if it is proven.
   *
   * @param against the index of the dealer that is accused
   */
  public void complaint(Sender sender, int against, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(bytes);
    contribute(
        sender,
        List.of(object),
        turn -> {
          if (against < 1 || against > turn.ceremony().size() || against == turn.index()) {
            throw new RefusedException(Code.WRONG_SHAPE, "against: expected another member");
          }
          Evidence evidence = Evidence.decode(bytes, turn.group());
          Judgement judgement = dealings(turn).judge(against, turn.index(), evidence);
          if (judgement instanceof Judgement.NotProven not) {
            throw new RefusedException(
                Code.BAD_PROOF, "the complaint is not proven: " + not.reason().text());
          }
          return new ComplaintEntry(against, sender.attempt(), turn.index(), object.hash());
        });
  }

  /** The encrypted shares for a member, in the order of the dealers' indexes. */
  public List<SealedShare> shares(Sender sender)
      throws RefusedException, StoreUnavailableException {
    Turn turn =
        Turn.of(elections.board(sender.election()), elections.draft(sender.election()), sender);
    Dealings all = dealings(turn);
    return mailbox.of(sender.election(), turn.index(), all);
  }

  private static Dealings dealings(Turn turn) throws RefusedException {
    return turn.begun()
        .allDealings(turn.ceremony().election(), turn.group())
        .orElseThrow(() -> tooEarly("a dealing", "all"));
  }

  private static RefusedException tooEarly(String what, String whose) {
    return new RefusedException(
        Code.WRONG_STATE, "not possible now: expected " + what + " of " + whose + " first");
  }

  private void contribute(Sender sender, List<BoardObject> objects, Step step)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(sender.election());
    Elections.require(board, Phase.KEYS);
    boolean fresh =
        elections.exclusively(
            sender.election(),
            () -> {
              Turn turn = Turn.of(board, elections.draft(sender.election()), sender);
              MemberEntry entry = entry(turn, step);
              if (board.reads().indexOf(entry.ident()).isPresent()) {
                return false;
              }
              Elections.append(board, List.of(entry), objects);
              return true;
            });
    if (fresh) {
      log.note(sender.election(), sender.trustee(), "key ceremony, attempt " + sender.attempt());
    }
  }

  private static MemberEntry entry(Turn turn, Step step) throws RefusedException {
    try {
      return step.entry(turn);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static void require(Inspection inspection) throws RefusedException {
    for (Finding fault : inspection.faults()) {
      throw new RefusedException(
          Code.BAD_PROOF,
          fault.where() + ": expected " + fault.expected() + ", found " + fault.found());
    }
  }
}
