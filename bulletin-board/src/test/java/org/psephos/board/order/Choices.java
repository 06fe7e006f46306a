package org.psephos.board.order;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.psephos.crypto.hash.Digest;

/** Repeatable choices for tests, drawn from SHA-256 of a seed and a counter. */
final class Choices {

  private final long seed;
  private long drawn;

  Choices(long seed) {
    this.seed = seed;
  }

  /** A number from 0 to below {@code bound}. */
  int below(int bound) {
    byte[] digest = Digest.sha256("choice " + seed + " " + drawn++).toByteArray();
    return Math.floorMod(ByteBuffer.wrap(digest).getInt(), bound);
  }

  void shuffle(List<?> list) {
    for (int i = list.size(); i > 1; i--) {
      Collections.swap(list, i - 1, below(i));
    }
  }
}
