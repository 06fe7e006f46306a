package org.psephos.tally.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * Takes the members of one object by name and type. Other than {@link JsonFields} it goes on after
 * a fault, so that all of them come to light at once. Not thread safe.
 */
final class Probe {

  private final String path;
  private final Map<String, Json> members;
  private final Faults faults;
  private final Set<String> taken = new HashSet<>();

  private Probe(String path, Map<String, Json> members, Faults faults) {
    this.path = path;
    this.members = members;
    this.faults = faults;
  }

  /** The object at a path; empty, with a fault noted, if it is none. */
  static Optional<Probe> of(String path, Json value, Faults faults) {
    return decode(path, value, faults, JsonFields::of)
        .map(object -> new Probe(path, ((Json.Obj) value).members(), faults));
  }

  /** What a decoder makes of the value at a path; empty, with a fault noted, if it refuses. */
  static <T> Optional<T> decode(
      String path, Json value, Faults faults, JsonFields.Decoder<T> decoder) {
    try {
      return Optional.of(decoder.decode(value));
    } catch (DecodingException e) {
      faults.add(path.isEmpty() ? e : e.within(path));
      return Optional.empty();
    }
  }

  /** The path of a member. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Set<String> names() {
    return members.keySet();
  }

  <T> Optional<T> required(String name, JsonFields.Decoder<T> decoder) {
    if (!has(name)) {
      faults.add(path(name), "a value", "nothing");
    }
    return optional(name, decoder);
  }

  <T> Optional<T> optional(String name, JsonFields.Decoder<T> decoder) {
    taken.add(name);
    return has(name) ? decode(path(name), members.get(name), faults, decoder) : Optional.<T>empty();
  }

  Optional<String> text(String name) {
    return required(name, JsonFields::text);
  }

  /** A whole number from {@code least} to {@code most}. */
  OptionalLong number(String name, long least, long most) {
    Optional<Long> number = required(name, value -> within(value, least, most));
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }

  /** True or false; false if it is not there. */
  boolean flag(String name) {
    return optional(name, Probe::flag).orElse(false);
  }

  /** The items of an array of 1 to {@code most}, each of them as it is. */
  List<Json> items(String name, int most) {
    List<Json> items = required(name, value -> JsonFields.list(value, item -> item)).orElse(null);
    if (items == null) {
      return List.of();
    }
    if (items.isEmpty() || items.size() > most) {
      faults.add(path(name), "1 to " + most + " of them", "" + items.size());
    }
    return items;
  }

  /** The objects in an array of 1 to {@code most}; others are faults and left out. */
  List<Probe> objects(String name, int most) {
    List<Probe> objects = new ArrayList<>();
    List<Json> items = items(name, most);
    for (int i = 0; i < items.size(); i++) {
      of(path(name) + "[" + i + "]", items.get(i), faults).ifPresent(objects::add);
    }
    return objects;
  }

  /** Call last: what nobody took is a fault. */
  void end(String expected) {
    for (String name : members.keySet()) {
      if (!taken.contains(name)) {
        faults.add(path(name), expected, "an unknown member");
      }
    }
  }

  private static long within(Json value, long least, long most) throws DecodingException {
    long number = JsonFields.number(value);
    if (number < least || number > most) {
      throw new DecodingException("", least + " to " + most, "" + number);
    }
    return number;
  }

  private static boolean flag(Json value) throws DecodingException {
    if (value instanceof Json.Bool bool) {
      return bool.value();
    }
    throw new DecodingException("", "true or false", "something else");
  }
}
