package org.psephos.tally.definition;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;

/**
 * What advice is given on.
 *
 * @param group the last trustees, if they make one key together
 * @param opens Unix seconds, like {@code closes}
 * @param waived whether there was no rehearsal; empty if the definition leaves it open
 */
record Facts(
    Mode mode,
    SortedMap<String, TextDefinition> texts,
    String defaultLanguage,
    List<String> trustees,
    Optional<Group> group,
    long opens,
    long closes,
    long minimumBallots,
    Optional<Boolean> waived) {

  /** How many members a threshold group has, and how many of them suffice. */
  record Group(int size, int threshold) {}

  Facts {
    trustees = List.copyOf(trustees);
  }

  /** Those without whom nothing is decrypted, whoever else is there. */
  List<String> indispensable() {
    int group = group().filter(g -> g.threshold() < g.size()).map(Group::size).orElse(0);
    return trustees.subList(0, trustees.size() - group);
  }
}
