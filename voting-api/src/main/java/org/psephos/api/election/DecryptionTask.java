package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.access.Caller;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.crypto.hash.Digest;

/** Tells a trustee what there is to decrypt. The trustee believes none of it without checking. */
@ApplicationScoped
public class DecryptionTask {

  private final Elections elections;
  private final FrozenElections definitions;

  DecryptionTask(Elections elections, FrozenElections definitions) {
    this.elections = elections;
    this.definitions = definitions;
  }

  /**
   * What is asked.
   *
   * @param size of the published board
   * @param root of the published board
   * @param done whether this trustee's partial decryption stands
   */
  public record Task(
      int owner,
      String origin,
      Digest fingerprint,
      Digest tally,
      long size,
      Digest root,
      boolean done) {}

  public Task task(String uuid, Caller trustee) throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Frozen frozen = definitions.frozen(uuid);
    Tallied tallied = Tallied.read(board, frozen.election());
    StoredCheckpoint published = board.reads().newestCheckpoint().orElseThrow();
    return new Task(
        trustee.owner(),
        board.key().name(),
        frozen.election().fingerprint(),
        tallied.tally().digest(),
        published.size(),
        board.reads().head(published.size()).orElseThrow().root(),
        board.state().decrypted().contains(trustee.owner()));
  }
}
