package org.psephos.api.storage;

/** The data directory or the database cannot be used; the message tells the operator why. */
public final class StorageException extends Exception {

  private static final long serialVersionUID = 1L;

  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
