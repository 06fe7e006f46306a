package org.psephos.board.log;

import java.util.Optional;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/**
 * Signs heads and publishes them. Never signs a head that the high-water record contradicts: that
 * would be the proof of a fork, in our own hand. One thread at a time.
 */
final class Publisher {

  private final BoardStore store;
  private final NoteSigner signer;
  private final HighWater highWater;
  private long published;

  Publisher(BoardStore store, NoteSigner signer, HighWater highWater) {
    this.store = store;
    this.signer = signer;
    this.highWater = highWater;
  }

  /**
   * Compares the store with what was signed and published before.
   *
   * @throws BoardDamagedException if the store lacks or contradicts any of it
   */
  void requireConsistent() throws BoardDamagedException, StoreUnavailableException {
    requireContained(highWater.read(), "the high-water record");
    Optional<StoredCheckpoint> newest = store.newestCheckpoint();
    if (newest.isPresent()) {
      requireContained(verified(newest.get()), "the newest published checkpoint");
    }
  }

  private TreeHead verified(StoredCheckpoint stored) throws BoardDamagedException {
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(Utf8.encode(stored.note()));
      if (WitnessPolicy.logOnly(signer.key()).check(signed) instanceof NoteCheck.Refused refused) {
        throw new BoardDamagedException("a published checkpoint is not ours: " + refused.reason());
      }
      return new TreeHead(signed.checkpoint().size(), signed.checkpoint().root());
    } catch (DecodingException e) {
      throw new BoardDamagedException("a published checkpoint is malformed", e);
    }
  }

  private void requireContained(TreeHead earlier, String what)
      throws BoardDamagedException, StoreUnavailableException {
    TreeHead head = store.head();
    if (earlier.size() > head.size()) {
      throw new BoardDamagedException(
          what + " has size " + earlier.size() + " but the store only " + head.size());
    }
    if (earlier.size() > 0 && !store.head(earlier.size()).equals(Optional.of(earlier))) {
      throw new BoardDamagedException(
          what + " has another root at size " + earlier.size() + " than the store");
    }
  }

  /**
   * Signs and publishes this head, which was read back from the store. Publishing what is published
   * changes nothing, and a head that another process has overtaken is left to it.
   *
   * @return whether it is published now
   */
  boolean publish(TreeHead head) throws BoardDamagedException, StoreUnavailableException {
    if (head.size() == published) {
      return true;
    }
    TreeHead recorded = highWater.read();
    requireContained(recorded, "the high-water record");
    boolean overtaken = recorded.size() > head.size();
    if (overtaken || (recorded.size() < head.size() && !highWater.raise(recorded, head))) {
      return false;
    }
    Checkpoint checkpoint = new Checkpoint(signer.key().name(), head.size(), head.root());
    store.publish(new StoredCheckpoint(head.size(), text(signer.sign(checkpoint))));
    published = head.size();
    return true;
  }

  private static String text(SignedCheckpoint signed) {
    try {
      return Utf8.decode(signed.toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException("a note is text", e);
    }
  }
}
