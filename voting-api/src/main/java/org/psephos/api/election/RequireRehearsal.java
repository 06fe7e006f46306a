package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.TreeHead;

/**
 * A real election names a rehearsal that was held here up to its result, or says why there was
 * none. What it names stands in the rules, under the fingerprint; so it is checked before the
 * definition is frozen, and once more before the vote opens.
 */
@ApplicationScoped
public class RequireRehearsal {

  private static final Rehearsal ITSELF = new Rehearsal.Waived("this is a rehearsal");

  private final Elections elections;
  private final ElectionRecords records;

  RequireRehearsal(Elections elections, ElectionRecords records) {
    this.elections = elections;
    this.records = records;
  }

  /**
   * What the rules are to say about it.
   *
   * @throws RefusedException if the draft does not say it, or it is not in order
   */
  Rehearsal require(Draft draft) throws RefusedException, StoreUnavailableException {
    if (draft.mode() == Mode.REHEARSAL) {
      return draft.rehearsal().orElse(ITSELF);
    }
    Rehearsal rehearsal =
        draft
            .rehearsal()
            .orElseThrow(() -> no("name one that was held, or say why there was none"));
    if (rehearsal instanceof Rehearsal.Tallied tallied) {
      requireTallied(tallied);
    }
    return rehearsal;
  }

  private void requireTallied(Rehearsal.Tallied named)
      throws RefusedException, StoreUnavailableException {
    Optional<String> uuid = records.withOrigin(named.origin());
    if (uuid.isEmpty()) {
      throw no("there is no election here whose board is called " + named.origin());
    }
    BulletinBoard board = elections.board(uuid.get());
    BoardState state = board.state();
    if (state.genesis().isEmpty() || state.genesis().get().mode() != Mode.REHEARSAL) {
      throw no("the election that it names is no rehearsal");
    }
    if (state.phase() != Phase.RESULT) {
      throw no("the rehearsal has no result yet; it is in " + state.phase());
    }
    TreeHead last = new TreeHead(named.size(), named.root());
    if (!board.reads().head().equals(last)) {
      throw no("size and root are not those of the rehearsal's last head");
    }
  }

  private static RefusedException no(String why) {
    return new RefusedException(Code.WRONG_STATE, "rehearsal: " + why);
  }
}
