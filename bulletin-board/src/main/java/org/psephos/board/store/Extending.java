package org.psephos.board.store;

/** Computes what follows. Called inside a step, at most once; must not call the store. */
@FunctionalInterface
public interface Extending {

  /**
   * The extension by exactly the pending entries, in their order.
   *
   * @throws StoreUnavailableException to leave everything as it is
   */
  Extension extend(Standing standing) throws StoreUnavailableException;
}
