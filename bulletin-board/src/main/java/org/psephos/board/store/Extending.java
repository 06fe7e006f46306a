package org.psephos.board.store;

/**
 * Computes what follows. Called inside a step, at most once; may read the store, must not change
 * it.
 */
@FunctionalInterface
public interface Extending {

  /**
   * The extension by exactly the pending entries, in their order.
   *
   * @throws StoreUnavailableException to leave everything as it is
   */
  Extension extend(Standing standing) throws StoreUnavailableException;
}
