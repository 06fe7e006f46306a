package org.psephos.api.opendata;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.TextDefinition;

/**
 * What is published of one election, as a catalogue sees it.
 *
 * @param texts language tag to everything a voter reads
 * @param opens when voting begins or began, in Unix seconds
 * @param closes when it ends or ended
 */
public record Dataset(
    String uuid,
    SortedMap<String, TextDefinition> texts,
    String defaultLanguage,
    long opens,
    long closes,
    Licence licence,
    List<Distribution> distributions) {

  public Dataset {
    requireNonNull(uuid, "uuid is null");
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    requireNonNull(licence, "licence is null");
    distributions = List.copyOf(distributions);
  }

  TextDefinition defaultText() {
    return texts.get(defaultLanguage);
  }
}
