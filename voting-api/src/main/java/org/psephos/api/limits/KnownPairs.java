package org.psephos.api.limits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A bounded number of pairs; the one that was met longest ago is forgotten first. Thread safe. */
final class KnownPairs {

  private record Pair(String first, String second) {}

  private final Set<Pair> pairs;

  KnownPairs(int most) {
    this.pairs =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                  private static final long serialVersionUID = 1L;

                  @Override
                  protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
                    return size() > most;
                  }
                }));
  }

  void add(String first, String second) {
    pairs.add(new Pair(first, second));
  }

  boolean contains(String first, String second) {
    return pairs.contains(new Pair(first, second));
  }
}
