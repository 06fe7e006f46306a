package org.psephos.crypto.keyfile;

/** A key file does not open: the passphrase is another, or the file was changed. */
public final class WrongPassphraseException extends Exception {

  private static final long serialVersionUID = 1L;

  WrongPassphraseException() {
    super("the passphrase is wrong, or the key file was changed");
  }
}
