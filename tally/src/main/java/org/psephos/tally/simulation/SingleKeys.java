package org.psephos.tally.simulation;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** Trustees with a key each, all of them needed. */
final class SingleKeys implements KeyMaking {

  private final List<TrusteeKeyPair> pairs = new ArrayList<>();
  private final List<TrusteeKey> keys = new ArrayList<>();

  SingleKeys(Group group, int trustees, SecureRandom random) {
    for (int i = 0; i < trustees; i++) {
      TrusteeKeyPair pair = TrusteeKeyPair.generate(group, random);
      pairs.add(pair);
      keys.add(pair.prove(random));
    }
  }

  @Override
  public Trustees trustees() {
    return Trustees.singles(keys);
  }

  @Override
  public List<TrusteeKeyPair> pairs() {
    return List.copyOf(pairs);
  }

  @Override
  public int needed() {
    return pairs.size();
  }

  @Override
  public void post(SimulatedBoard board) throws IOException {
    for (int i = 0; i < keys.size(); i++) {
      BoardObject key = BoardObject.of(keys.get(i).encode());
      board.append(new TrusteeKeyEntry(i + 1, key.hash()), key);
    }
  }

  @Override
  public void close() {
    pairs.forEach(TrusteeKeyPair::close);
  }
}
