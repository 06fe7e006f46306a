package org.psephos.verifier.record;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.trustee.Owner;

/** The partial decryptions that checks have accepted so far, each owner's one. */
public final class Decryptions {

  private final Map<Integer, Accepted> byOwner = new TreeMap<>();

  /** One of them, and where it stands. */
  public record Accepted(
      Placed<PartialDecryptionEntry> entry, Owner owner, PartialDecryption value) {}

  /** Whether this owner has none yet, and now has this one. */
  public boolean add(Accepted accepted) {
    return byOwner.putIfAbsent(accepted.owner().number(), accepted) == null;
  }

  /** Takes one away whose strong proof is missing or does not hold. */
  public void remove(int owner) {
    byOwner.remove(owner);
  }

  /** The one that stands at this index of the board. */
  public Optional<Accepted> at(long index) {
    return byOwner.values().stream().filter(one -> one.entry().index() == index).findFirst();
  }

  /** All of them, by the number of the owner. */
  public Collection<Accepted> all() {
    return Collections.unmodifiableCollection(byOwner.values());
  }

  /** The value of this owner. */
  public Optional<PartialDecryption> of(int owner) {
    return Optional.ofNullable(byOwner.get(owner)).map(Accepted::value);
  }
}
