package org.psephos.tally.ceremony;

import java.util.Optional;
import org.psephos.crypto.group.Element;
import org.psephos.tally.keyring.KeyFileException;

/** Where a member keeps its state between two steps. What is kept survives every crash. */
interface MemberMemory {

  /** What was kept last, which the caller wipes; empty if nothing is. */
  Optional<byte[]> recall() throws KeyFileException;

  /**
   * Keeps a state in the place of the last one.
   *
   * @param verification the key of the member's certificate
   * @param state the caller wipes it
   */
  void keep(Element verification, byte[] state) throws KeyFileException;

  void forget() throws KeyFileException;
}
