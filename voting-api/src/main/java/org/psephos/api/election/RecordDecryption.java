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
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.Owned;
import org.psephos.crypto.election.Election;
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
    DecryptionBody verified = verified(frozen.election(), tallied.tally(), owner, body);
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

  private static DecryptionBody verified(
      Election election, EncryptedTally tally, Owner owner, Json.Obj body) throws RefusedException {
    DecryptionBody read = DecryptionBody.read(body, tally, election.group());
    DecryptionBody.require(read.partial().inspect(election, tally, owner.key()));
    DecryptionBody.require(read.proof().inspect(election, tally, owner, read.partial()));
    return read;
  }

  private static boolean append(BulletinBoard board, int owner, DecryptionBody verified)
      throws RefusedException, StoreUnavailableException {
    if (board.state().decrypted().contains(owner)) {
      return false;
    }
    BoardObject partial = verified.partialObject();
    BoardObject owned = BoardObject.of(new Owned(owner, partial.hash()).encode());
    BoardObject proof = verified.proofObject();
    Elections.append(
        board,
        List.of(new PartialDecryptionEntry(owned.hash()), new DecryptionProofEntry(proof.hash())),
        List.of(partial, owned, proof));
    return true;
  }
}
