package org.psephos.verifier.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.psephos.board.entry.Manifest;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.work.InOrder;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Warning;

/**
 * One election while it is verified: the board as it was read, and in a slot each what the checks
 * so far have accepted. A check reads slots only, so it cannot lean on what was refused. Used by
 * one thread; the shelf and the threads for the heavy work are safe to share.
 */
public final class ElectionRecord {

  private final Inputs inputs;
  private final Board board;
  private final Shelf shelf;
  private final InOrder lanes;
  private final List<Warning> warnings = new ArrayList<>();

  private final Slot<VerifierKey> logKey = new Slot<>();
  private final Slot<History> history = new Slot<>();
  private final Slot<Examination> times = new Slot<>();
  private final Slot<CeremonyAttempt> attempt = new Slot<>();
  private final Slot<SetupData> setup = new Slot<>();
  private final Slot<Election> election = new Slot<>();
  private final Slot<Manifest> manifest = new Slot<>();
  private final Slot<CredentialList> credentials = new Slot<>();
  private final Slot<Trustees> trustees = new Slot<>();
  private final Slot<Set<String>> trusteesFaults = new Slot<>();
  private final Slot<BallotBox> ballotBox = new Slot<>();
  private final Slot<EncryptedTally> tally = new Slot<>();
  private final Slot<Decryptions> decryptions = new Slot<>();
  private final Slot<PerChoice<Element>> opened = new Slot<>();
  private final Slot<ElectionResult> result = new Slot<>();

  public ElectionRecord(Inputs inputs, Board board, Shelf shelf, InOrder lanes) {
    this.inputs = inputs;
    this.board = board;
    this.shelf = shelf;
    this.lanes = lanes;
  }

  public Inputs inputs() {
    return inputs;
  }

  public Board board() {
    return board;
  }

  public Shelf shelf() {
    return shelf;
  }

  /** The threads for work on many things of one kind. */
  public InOrder lanes() {
    return lanes;
  }

  public void warn(Warning warning) {
    warnings.add(warning);
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** V03: the key that signs this board's checkpoints. */
  public Slot<VerifierKey> logKey() {
    return logKey;
  }

  /** V06: the entries in their order. */
  public Slot<History> history() {
    return history;
  }

  /** V06, for V07: what following the board said about times. */
  public Slot<Examination> times() {
    return times;
  }

  /** V06: how far the last attempt of the threshold key ceremony came, if there was one. */
  public Slot<CeremonyAttempt> attempt() {
    return attempt;
  }

  /** V08: which objects the election is made of. */
  public Slot<SetupData> setup() {
    return setup;
  }

  /** V08: what is asked, under which key. */
  public Slot<Election> election() {
    return election;
  }

  /** V09: what else the fingerprint fixes. */
  public Slot<Manifest> manifest() {
    return manifest;
  }

  /** V11: who decrypts. */
  public Slot<Trustees> trustees() {
    return trustees;
  }

  /**
   * V11, for V12: the codes of what is wrong with the trustees, and whether they can be read, so
   * that the same defect in what members published is not said twice.
   */
  public Slot<Set<String>> trusteesFaults() {
    return trusteesFaults;
  }

  /** V13: who may vote. */
  public Slot<CredentialList> credentials() {
    return credentials;
  }

  /** V15: what the ballots say. */
  public Slot<BallotBox> ballotBox() {
    return ballotBox;
  }

  /** V20: the published sums, whether or not they are the right ones. */
  public Slot<EncryptedTally> tally() {
    return tally;
  }

  /** V22: the partial decryptions whose own proofs hold; V23 removes those without strong proof. */
  public Slot<Decryptions> decryptions() {
    return decryptions;
  }

  /** V24: every published sum opened, as count·g. */
  public Slot<PerChoice<Element>> opened() {
    return opened;
  }

  /** V25: the counts. */
  public Slot<ElectionResult> result() {
    return result;
  }
}
