package org.psephos.tally.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;

/** Collects what is wrong with a definition, with the places where it stands. Not thread safe. */
final class Faults {

  private static final Place NOWHERE = new Place(Integer.MAX_VALUE, 1);

  private record Fault(Optional<Place> place, String text) {}

  private final List<Fault> found = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Remembers where the value with this path stands. */
  void locate(String path, Place place) {
    places.putIfAbsent(path, place);
  }

  void takePlaces(Faults others) {
    places.putAll(others.places);
  }

  /** Notes a fault of the value with this path; what is missing is placed where it ought to be. */
  void add(String path, String expected, String what) {
    add(place(path), new DecodingException(path, expected, what));
  }

  void add(DecodingException fault) {
    add(place(fault.path()), fault);
  }

  void add(Optional<Place> place, DecodingException fault) {
    String where = fault.path().isEmpty() ? "" : fault.path() + ": ";
    found.add(
        new Fault(place, where + "expected " + fault.expected() + ", found " + fault.found()));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  int size() {
    return found.size();
  }

  /** One sentence for each fault, in the order of the file. */
  List<String> texts() {
    return found.stream()
        .sorted(Comparator.comparing(fault -> fault.place().orElse(NOWHERE)))
        .map(fault -> fault.place().map(place -> place + ": ").orElse("") + fault.text())
        .toList();
  }

  private Optional<Place> place(String path) {
    for (String at = path; ; at = parent(at)) {
      if (places.containsKey(at)) {
        return Optional.of(places.get(at));
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }
}
