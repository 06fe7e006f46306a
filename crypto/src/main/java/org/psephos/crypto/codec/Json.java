package org.psephos.crypto.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON value without null and without fractions. Immutable. Objects keep the order of their
 * members, because version 1 objects have an order of their own; {@link Obj#sorted} gives the order
 * of RFC 8785, which our own objects use.
 */
public sealed interface Json {

  /** The one spelling of this value: compact UTF-8, escapes as protocol §1 says. */
  default byte[] toBytes() {
    return JsonWriter.write(this);
  }

  /** An object; keys are unique and ordered. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The same object with its keys in ascending order, at this level and below. */
    public Obj sorted() {
      Map<String, Json> ordered = new TreeMap<>();
      members.forEach(
          (key, value) -> ordered.put(key, value instanceof Obj o ? o.sorted() : value));
      return new Obj(ordered);
    }

    /** Starts an object whose members stand in the order in which they are put. */
    public static Builder with(String key, Json value) {
      return new Builder().and(key, value);
    }

    public static Builder with(String key, String value) {
      return with(key, new Text(value));
    }

    public static Builder with(String key, long value) {
      return with(key, new Int(value));
    }
  }

  /** Collects the members of an object; not thread safe. */
  final class Builder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private Builder() {}

    public Builder and(String key, Json value) {
      if (members.put(key, value) != null) {
        throw new IllegalArgumentException("member " + key + " twice");
      }
      return this;
    }

    public Builder and(String key, String value) {
      return and(key, new Text(value));
    }

    public Builder and(String key, long value) {
      return and(key, new Int(value));
    }

    public Obj build() {
      return new Obj(members);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string of well-formed Unicode. */
  record Text(String value) implements Json {}

  /** A whole number that fits in 64 bits. */
  record Int(long value) implements Json {}

  /** True or false. */
  record Bool(boolean value) implements Json {}
}
