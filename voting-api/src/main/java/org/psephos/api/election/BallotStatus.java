package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.api.records.CastBallots;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.Place;
import org.psephos.board.receipt.Receipt;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.hash.Digest;

/** Tells what became of a ballot, by its tracker. Never how it votes. */
@ApplicationScoped
public class BallotStatus {

  private final Elections elections;
  private final FrozenElections definitions;
  private final CastBallots index;

  BallotStatus(Elections elections, FrozenElections definitions, CastBallots index) {
    this.elections = elections;
    this.definitions = definitions;
    this.index = index;
  }

  /** Whether a ballot is the one that counts for its voter, as the board stands. */
  public enum Standing {
    COUNTED_SO_FAR("counted-so-far"),
    REPLACED("replaced"),
    /** Durable, and not under a published checkpoint yet. */
    PENDING("pending");

    private final String wireName;

    Standing(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  /**
   * Where a ballot stands.
   *
   * @param index its place; empty while it is pending
   * @param replacedBy the ballot that counts for this voter in its place
   */
  public record Status(
      Digest tracker, Optional<Long> index, Standing standing, Optional<Digest> replacedBy) {}

  /**
   * The status of a ballot.
   *
   * @throws RefusedException if there is no such ballot
   */
  public Status status(String uuid, Digest tracker)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Digest ident = new BallotEntry(tracker).ident();
    Optional<Place> place = board.find(ident);
    if (place.isPresent()) {
      return placed(uuid, tracker, place.get().index());
    }
    if (board.reads().isPending(ident) || board.reads().indexOf(ident).isPresent()) {
      return new Status(tracker, Optional.empty(), Standing.PENDING, Optional.empty());
    }
    throw new RefusedException(Code.NOT_FOUND, "there is no such ballot on this board");
  }

  /** The status of a ballot that stands at this place. */
  public Status placed(String uuid, Digest tracker, long place)
      throws RefusedException, StoreUnavailableException {
    Optional<Digest> last = last(uuid, tracker, place);
    Standing standing = last.isPresent() ? Standing.REPLACED : Standing.COUNTED_SO_FAR;
    return new Status(tracker, Optional.of(place), standing, last);
  }

  /** The last ballot of the same credential, if it stands behind this place. */
  private Optional<Digest> last(String uuid, Digest tracker, long place)
      throws RefusedException, StoreUnavailableException {
    BoardReads reads = elections.board(uuid).reads();
    Optional<Digest> last = Optional.empty();
    long behind = place;
    for (Digest other : index.besides(uuid, tracker).orElseThrow()) {
      OptionalLong found = reads.indexOf(new BallotEntry(other).ident());
      if (found.isPresent() && found.getAsLong() > behind) {
        behind = found.getAsLong();
        last = Optional.of(other);
      }
    }
    return last;
  }

  /**
   * The receipt of a ballot, the same bytes every time.
   *
   * @throws RefusedException if there is no such ballot, or no published checkpoint covers it yet
   */
  public Receipt receipt(String uuid, Digest tracker)
      throws RefusedException, StoreUnavailableException {
    return elections
        .board(uuid)
        .receipt(definitions.frozen(uuid).election().fingerprint(), tracker)
        .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no receipt (yet)"));
  }
}
