package org.psephos.board.entry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/** Objects whose keys are language tags, such as {@code en} or {@code pt-BR}. */
final class Languages {

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final int MOST = 100;

  private Languages() {}

  static String tag(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not a language tag: " + tag);
    }
    return tag;
  }

  /** A sorted copy without null, with at least one language. */
  static <T> SortedMap<String, T> copy(Map<String, T> values) {
    if (values.isEmpty() || values.size() > MOST) {
      throw new IllegalArgumentException("languages: 1 to " + MOST);
    }
    values.keySet().forEach(Languages::tag);
    return Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(values)));
  }

  static <T> SortedMap<String, T> decode(Json json, JsonFields.Decoder<T> decoder)
      throws DecodingException {
    if (!(json instanceof Json.Obj object)) {
      throw new DecodingException("", "an object by language", "something else");
    }
    JsonFields fields = JsonFields.of(object);
    Map<String, T> values = new TreeMap<>();
    for (String tag : object.members().keySet()) {
      values.put(tag, fields.required(tag, decoder));
    }
    return Checked.from(() -> copy(values));
  }
}
