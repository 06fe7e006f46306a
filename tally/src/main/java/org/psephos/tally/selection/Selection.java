package org.psephos.tally.selection;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The ballots that count so far: the last of each credential, in the order of the board (spec
 * protocol §4). Ballots are offered in ascending order of their index. Not thread safe.
 */
public final class Selection {

  private final Map<String, Long> last = new HashMap<>();
  private long latest = -1;

  /**
   * Takes the next ballot on the board.
   *
   * @param index the index of its entry, greater than all before
   * @param credential the text of its credential
   * @return the index of the ballot that it replaces, if there is one
   */
  public OptionalLong offer(long index, String credential) {
    if (index <= latest) {
      throw new IllegalArgumentException("ballot " + index + " offered after " + latest);
    }
    latest = index;
    Long replaced = last.put(credential, index);
    return replaced == null ? OptionalLong.empty() : OptionalLong.of(replaced);
  }

  /** Whether the ballot at {@code index} with that credential is the one that counts. */
  public boolean counts(long index, String credential) {
    Long counting = last.get(credential);
    return counting != null && counting == index;
  }

  /** The number of ballots that count. */
  public int size() {
    return last.size();
  }
}
