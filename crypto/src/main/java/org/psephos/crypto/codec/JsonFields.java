package org.psephos.crypto.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the members of one JSON object by name and type, and at the end refuses those that nobody
 * took. Errors carry the path. Not thread safe.
 */
public final class JsonFields {

  /** Decodes one JSON value; its errors are relative to that value. */
  @FunctionalInterface
  public interface Decoder<T> {
    T decode(Json value) throws DecodingException;
  }

  private final Map<String, Json> members;
  private final Set<String> taken = new HashSet<>();

  private JsonFields(Map<String, Json> members) {
    this.members = members;
  }

  public static JsonFields of(Json value) throws DecodingException {
    if (value instanceof Json.Obj object) {
      return new JsonFields(object.members());
    }
    throw new DecodingException("", "an object", kind(value));
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public <T> T required(String name, Decoder<T> decoder) throws DecodingException {
    Json value = members.get(name);
    if (value == null) {
      throw new DecodingException(name, "a value", "nothing");
    }
    taken.add(name);
    try {
      return decoder.decode(value);
    } catch (DecodingException e) {
      throw e.within(name);
    }
  }

  public <T> Optional<T> optional(String name, Decoder<T> decoder) throws DecodingException {
    return has(name) ? Optional.of(required(name, decoder)) : Optional.empty();
  }

  public <T> List<T> list(String name, Decoder<T> decoder) throws DecodingException {
    return required(name, value -> JsonFields.list(value, decoder));
  }

  public String text(String name) throws DecodingException {
    return required(name, JsonFields::text);
  }

  public long number(String name) throws DecodingException {
    return required(name, JsonFields::number);
  }

  /** Call last: refuses members that were not taken. */
  public void end() throws DecodingException {
    for (String name : members.keySet()) {
      if (!taken.contains(name)) {
        throw new DecodingException(name, "no such member", "one");
      }
    }
  }

  public static String text(Json value) throws DecodingException {
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw new DecodingException("", "a string", kind(value));
  }

  public static long number(Json value) throws DecodingException {
    if (value instanceof Json.Int number) {
      return number.value();
    }
    throw new DecodingException("", "a whole number", kind(value));
  }

  public static <T> List<T> list(Json value, Decoder<T> decoder) throws DecodingException {
    if (!(value instanceof Json.Arr array)) {
      throw new DecodingException("", "an array", kind(value));
    }
    List<T> decoded = new ArrayList<>(array.items().size());
    for (int i = 0; i < array.items().size(); i++) {
      try {
        decoded.add(decoder.decode(array.items().get(i)));
      } catch (DecodingException e) {
        throw e.within("[" + i + "]");
      }
    }
    return List.copyOf(decoded);
  }

  private static String kind(Json value) {
    return switch (value.getClass().getSimpleName()) {
      case "Obj" -> "an object";
      case "Arr" -> "an array";
      case "Text" -> "a string";
      case "Int" -> "a number";
      default -> "a boolean";
    };
  }
}
