package org.psephos.board.log;

/**
 * What is stored is not what this log signed: entries were changed or lost, or an old copy was
 * restored. Nothing more may be signed until someone has put the missing entries back byte for
 * byte.
 */
public final class BoardDamagedException extends Exception {

  private static final long serialVersionUID = 1L;

  public BoardDamagedException(String message) {
    super(message);
  }

  public BoardDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
