package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.psephos.api.limits.CastingLimits;
import org.psephos.api.operations.CastingMeters;
import org.psephos.api.records.CastBallots;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.Casting;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ballot.BallotOutcome;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.ballot.BallotOutcome.Valid;
import org.psephos.crypto.hash.Digest;

/**
 * Takes a ballot: checks everything about it, cheap questions first, hands it to the board and
 * waits for its place, so that whoever gets a receipt needs no further word from anyone. Bytes that
 * are on the board already always get their place again.
 */
@ApplicationScoped
public class CastBallot {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Elections elections;
  private final FrozenElections definitions;
  private final CastingLimits limits;
  private final CastBallots index;
  private final CastingMeters meters;

  CastBallot(
      Elections elections,
      FrozenElections definitions,
      CastingLimits limits,
      CastBallots index,
      CastingMeters meters) {
    this.elections = elections;
    this.definitions = definitions;
    this.limits = limits;
    this.index = index;
    this.meters = meters;
  }

  /**
   * What became of the ballot.
   *
   * @param index its place; empty while no published checkpoint covers it
   * @param known whether the same bytes came before
   */
  public record Cast(Digest tracker, Optional<Long> index, boolean known) {}

  /**
   * Takes the raw bytes of a ballot.
   *
   * @param address of the network, for limits alone
   */
  public Cast cast(String uuid, String address, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    try {
      return accept(uuid, address, BoardObject.of(bytes));
    } catch (RefusedException e) {
      meters.refused(e.code());
      throw e;
    }
  }

  private Cast accept(String uuid, String address, BoardObject ballot)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    if (!isKnown(board, ballot.hash())) {
      requireOpen(board.state().phase());
      Valid valid = verified(definitions.frozen(uuid), address, ballot);
      index.add(uuid, valid.tracker(), valid.ballot().credential().encode());
    }
    return submit(board, ballot);
  }

  private static boolean isKnown(BulletinBoard board, Digest tracker)
      throws StoreUnavailableException {
    Digest ident = new BallotEntry(tracker).ident();
    return board.reads().indexOf(ident).isPresent() || board.reads().isPending(ident);
  }

  private static void requireOpen(Phase phase) throws RefusedException {
    if (phase.compareTo(Phase.OPEN) < 0) {
      throw new RefusedException(Code.NOT_OPEN, "the vote has not begun");
    }
    if (phase != Phase.OPEN) {
      throw new RefusedException(Code.CLOSED, "the vote has ended");
    }
  }

  private Valid verified(Frozen frozen, String address, BoardObject ballot)
      throws RefusedException {
    CastingLimits.Permit permit = limits.enter(address).orElseThrow(CastBallot::tooMany);
    try {
      BallotOutcome outcome =
          meters.timed(() -> BallotJudge.judge(frozen, ballot.toByteArray(), limits));
      if (outcome instanceof Refused refused) {
        throw refusal(refused, address);
      }
      return requireSecret((Valid) outcome);
    } finally {
      permit.giveBack();
    }
  }

  private RefusedException refusal(Refused refused, String address) {
    if (!BallotJudge.wasSigned(refused.reason())) {
      limits.failed(address);
    }
    return new RefusedException(
        BallotJudge.code(refused.reason()), "the ballot is refused at " + refused.path());
  }

  /** A ciphertext without randomness shows the choice to everyone. */
  private static Valid requireSecret(Valid valid) throws RefusedException {
    if (!valid.revealing().isEmpty()) {
      throw new RefusedException(
          Code.BAD_PROOF, "encrypted without randomness at " + valid.revealing().get(0));
    }
    return valid;
  }

  private Cast submit(BulletinBoard board, BoardObject ballot)
      throws RefusedException, StoreUnavailableException {
    Casting casting = wait(board, ballot);
    if (casting instanceof Casting.Covered covered) {
      meters.accepted(covered.known());
      return new Cast(ballot.hash(), Optional.of(covered.place().index()), covered.known());
    }
    if (casting instanceof Casting.Committed committed) {
      meters.accepted(committed.known());
      return new Cast(ballot.hash(), Optional.empty(), committed.known());
    }
    if (casting instanceof Casting.NotOpen notOpen) {
      requireOpen(notOpen.phase());
    }
    throw new RefusedException(Code.OVERLOADED, "too many ballots are waiting; try again");
  }

  private static Casting wait(BulletinBoard board, BoardObject ballot)
      throws StoreUnavailableException {
    try {
      return board.cast(ballot, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("the service is stopping", e);
    }
  }

  private static RefusedException tooMany() {
    return new RefusedException(Code.TOO_MANY_REQUESTS, "too many requests; try again soon");
  }
}
