package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;

/**
 * Decides what is appended. Called inside an exclusive step, at most once; may read the store, must
 * not change it.
 */
@FunctionalInterface
public interface Deciding {

  /**
   * What to append: all pending entries in their order, then any others; or nothing, which leaves
   * everything as it is, pending entries included.
   *
   * @throws StoreUnavailableException to leave everything as it is
   */
  Optional<Decision> decide(Standing standing) throws StoreUnavailableException;

  /**
   * An exclusive extension.
   *
   * @param objects what its new entries bring along
   * @param stage the stage from now on
   */
  record Decision(Extension extension, List<BoardObject> objects, String stage) {
    public Decision {
      requireNonNull(extension, "extension is null");
      objects = List.copyOf(objects);
      requireNonNull(stage, "stage is null");
    }
  }
}
