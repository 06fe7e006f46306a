package org.psephos.tally.booth;

import java.time.Duration;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.receipt.ProofCheck;
import org.psephos.board.receipt.Receipt;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;

/**
 * Sends one ballot until its receipt is in hand and checked. Sending the same bytes again is always
 * safe: the board keeps them once. Not thread safe.
 */
public final class Casting {

  private static final int ACCEPTED_FOR_LATER = 202;
  private static final int NOT_FOUND = 404;

  private final ServiceClient client;
  private final PinnedElection pinned;
  private final Duration pause;
  private final int tries;

  public Casting(ServiceClient client, PinnedElection pinned) {
    this(client, pinned, Duration.ofSeconds(1), 30);
  }

  Casting(ServiceClient client, PinnedElection pinned, Duration pause, int tries) {
    this.client = client;
    this.pinned = pinned;
    this.pause = pause;
    this.tries = tries;
  }

  /**
   * Casts the ballot.
   *
   * @return the receipt, checked: this very ballot is on the board that the fingerprint pins
   * @throws ServiceException if the service refuses it or does not answer for too long
   * @throws BoothException if what the service answers as a receipt proves nothing
   */
  public Receipt cast(byte[] ballot) throws ServiceException, BoothException, InterruptedException {
    String uuid = pinned.election().uuid().value();
    Digest tracker = Ballot.tracker(ballot);
    String receipt = ElectionPaths.of(uuid, "ballots/" + tracker.hex() + "/receipt");
    for (int attempt = 1; ; attempt++) {
      try {
        Reply reply = client.postJson(ElectionPaths.of(uuid, "ballots"), ballot);
        if (reply.status() != ACCEPTED_FOR_LATER) {
          return check(client.get(receipt).bytes(), tracker);
        }
      } catch (ServiceException e) {
        if (attempt >= tries || !(e.mayRetry() || e.status() == NOT_FOUND)) {
          throw e;
        }
      }
      if (attempt >= tries) {
        throw new ServiceException(
            ACCEPTED_FOR_LATER, "not-covered", "the ballot is taken but not yet on the board");
      }
      Thread.sleep(pause.toMillis());
    }
  }

  private Receipt check(byte[] file, Digest tracker) throws BoothException {
    Receipt receipt;
    try {
      receipt = Receipt.parse(file);
    } catch (DecodingException e) {
      throw new BoothException("the service's receipt is malformed: " + e.getMessage());
    }
    if (!receipt.tracker().equals(tracker)
        || !receipt.fingerprint().equals(pinned.election().fingerprint())) {
      throw new BoothException("the service's receipt is for another ballot");
    }
    ProofCheck proof = receipt.check(WitnessPolicy.logOnly(pinned.logKey()));
    if (!(proof instanceof ProofCheck.Confirmed)) {
      throw new BoothException(
          "the service's receipt does not prove that the ballot is on the board");
    }
    return receipt;
  }
}
