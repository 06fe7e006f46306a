package org.psephos.board.log;

import java.io.IOException;
import java.util.List;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Step;
import org.psephos.board.order.Violation;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;

/** What this process computed itself about the first entries of the board. */
record Tip(BoardState state, Frontier frontier) {

  static final Tip START = new Tip(BoardState.empty(), Frontier.EMPTY);

  Tip {
    if (state.size() != frontier.size()) {
      throw new IllegalArgumentException("state and tree are of different sizes");
    }
  }

  long size() {
    return frontier.size();
  }

  TreeHead head() {
    return new TreeHead(frontier.size(), frontier.root());
  }

  /** The state after entries that stand on the board, so they must be in order. */
  static BoardState follow(BoardState state, List<EntryBytes> entries, ObjectSource objects)
      throws BoardDamagedException, StoreUnavailableException {
    BoardState last = state;
    for (EntryBytes bytes : entries) {
      Step step = last.follow(event(bytes, last.size(), objects));
      if (step instanceof Violation violation) {
        throw new BoardDamagedException("the order of entries is broken: " + violation);
      }
      last = (BoardState) step;
    }
    return last;
  }

  private static Event event(EntryBytes bytes, long index, ObjectSource objects)
      throws BoardDamagedException, StoreUnavailableException {
    try {
      return Event.read(BoardEntry.decode(bytes), objects);
    } catch (DecodingException e) {
      throw new BoardDamagedException("entry " + index + " or its object is malformed", e);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreUnavailableException("an object cannot be read", e);
    }
  }
}
