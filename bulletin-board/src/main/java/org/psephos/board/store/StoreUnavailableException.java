package org.psephos.board.store;

import java.io.IOException;

/**
 * The store cannot do its work now, or found itself damaged. Nothing was promised; the same request
 * may be made again.
 */
public final class StoreUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message) {
    super(message);
  }

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
