package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.decryption.Owned;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.trustee.Owner;

/** Takes a trustee's partial decryption with both of its proofs, verified before it is appended. */
@ApplicationScoped
public class RecordDecryption {

  private final Elections elections;
  private final FrozenElections definitions;
  private final OperatorLog log;

  RecordDecryption(Elections elections, FrozenElections definitions, OperatorLog log) {
    this.elections = elections;
    this.definitions = definitions;
    this.log = log;
  }

  /**
   * Takes {@code {"partial_decryption","proof"}}. Once a trustee's stands, another of the same
   * trustee changes nothing.
   *
   * @return whether it was appended now
   */
  public boolean record(String uuid, Caller trustee, Json.Obj body)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Frozen frozen = definitions.frozen(uuid);
    if (board.state().decrypted().contains(trustee.owner())) {
      return false;
    }
    Elections.require(board, Phase.TALLYING);
    Tallied tallied = Tallied.read(board, frozen.election());
    requireEnough(frozen, tallied);
    Owner owner = frozen.trustees().owner(trustee.owner()).orElseThrow();
    Verified verified = verified(frozen.election(), tallied, owner, body);
    boolean appended = elections.exclusively(uuid, () -> append(board, owner.number(), verified));
    log.note(uuid, trustee, "decrypt");
    return appended;
  }

  /** Opening a sum of too few ballots would show how they vote. */
  private static void requireEnough(Frozen frozen, Tallied tallied) throws RefusedException {
    long minimum = frozen.manifest().rules().minimumBallots();
    if (tallied.sized().ballots() < minimum) {
      throw new RefusedException(
          Code.WRONG_STATE,
          "only " + tallied.sized().ballots() + " ballots count; the rules demand " + minimum);
    }
  }

  private record Verified(BoardObject partial, BoardObject proof) {}

  private static Verified verified(Election election, Tallied tallied, Owner owner, Json.Obj body)
      throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      byte[] partialBytes = fields.required("partial_decryption", Json::toBytes);
      byte[] proofBytes = fields.required("proof", Json::toBytes);
      fields.end();
      PartialDecryption partial =
          PartialDecryption.decode(partialBytes, tallied.tally(), election.group());
      StrongDecryptionProof proof = StrongDecryptionProof.decode(proofBytes, election.group());
      require(partial.inspect(election, tallied.tally(), owner.key()));
      require(proof.inspect(election, tallied.tally(), owner, partial));
      return new Verified(BoardObject.of(partialBytes), BoardObject.of(proofBytes));
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static void require(Inspection inspection) throws RefusedException {
    if (!inspection.passed()) {
      List<Finding> faults = inspection.faults();
      throw new RefusedException(
          Code.BAD_PROOF,
          faults.isEmpty() ? "nothing to check" : faults.get(0).where() + " does not hold");
    }
  }

  private static boolean append(BulletinBoard board, int owner, Verified verified)
      throws RefusedException, StoreUnavailableException {
    if (board.state().decrypted().contains(owner)) {
      return false;
    }
    BoardObject partial = verified.partial();
    BoardObject owned = BoardObject.of(new Owned(owner, partial.hash()).encode());
    BoardObject proof = verified.proof();
    Elections.append(
        board,
        List.of(new PartialDecryptionEntry(owned.hash()), new DecryptionProofEntry(proof.hash())),
        List.of(partial, owned, proof));
    return true;
  }
}
