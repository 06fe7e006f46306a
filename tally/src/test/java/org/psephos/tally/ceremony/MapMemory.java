package org.psephos.tally.ceremony;

import java.util.Optional;
import org.psephos.crypto.group.Element;
import org.psephos.tally.keyring.KeyFileException;

/** A disk that holds one state, and may be full. */
final class MapMemory implements MemberMemory {

  Optional<byte[]> kept = Optional.empty();
  boolean full;
  int writes;

  @Override
  public Optional<byte[]> recall() {
    return kept.map(byte[]::clone);
  }

  @Override
  public void keep(Element verification, byte[] state) throws KeyFileException {
    if (full) {
      throw new KeyFileException("no space");
    }
    kept = Optional.of(state.clone());
    writes++;
  }

  @Override
  public void forget() {
    kept = Optional.empty();
  }
}
