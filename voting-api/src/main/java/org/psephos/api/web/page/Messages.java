package org.psephos.api.web.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * The texts of one bundle and of the frame around every page, which is part of {@link Bundle#SITE},
 * in one language, in ICU's message format. Immutable and thread safe.
 *
 * <p>Asking for a text that is not there, or with other arguments than it has, is a bug and says
 * so. Arguments that are text come from outside: each is isolated, so that right-to-left text
 * cannot reorder the sentence around it.
 */
public final class Messages {

  private static final Limits LIMITS = new Limits(1 << 20, 4, 10_000);
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final String name;
  private final SortedMap<String, MessageFormat> formats;

  private Messages(String name, SortedMap<String, MessageFormat> formats) {
    this.name = name;
    this.formats = Collections.unmodifiableSortedMap(formats);
  }

  /**
   * Reads a bundle from the class path, and the site's.
   *
   * @throws IllegalStateException if one is not there, a text is malformed or a key in both
   */
  public static Messages load(Bundle bundle, Language language) {
    Messages own = read(bundle, language);
    return bundle == Bundle.SITE ? own : own.and(read(Bundle.SITE, language));
  }

  private Messages and(Messages others) {
    SortedMap<String, MessageFormat> all = new TreeMap<>(formats);
    for (Map.Entry<String, MessageFormat> other : others.formats.entrySet()) {
      if (all.put(other.getKey(), other.getValue()) != null) {
        throw new IllegalStateException(
            name + " has a key of " + others.name + ": " + other.getKey());
      }
    }
    return new Messages(name, all);
  }

  private static Messages read(Bundle bundle, Language language) {
    String name = "messages/" + bundle.folder() + "/" + language.tag() + ".json";
    try (InputStream file = Messages.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return parse(name, file.readAllBytes(), language);
    } catch (IOException | DecodingException | IllegalArgumentException e) {
      throw new IllegalStateException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  static Messages parse(String name, byte[] json, Language language) throws DecodingException {
    if (!(JsonParser.parse(json, LIMITS) instanceof Json.Obj texts)) {
      throw new DecodingException("", "an object of texts", "something else");
    }
    SortedMap<String, MessageFormat> formats = new TreeMap<>();
    for (Map.Entry<String, Json> text : texts.members().entrySet()) {
      if (!(text.getValue() instanceof Json.Text pattern)) {
        throw new DecodingException(text.getKey(), "a text", "something else");
      }
      MessageFormat format = new MessageFormat(pattern.value(), language.locale());
      if (!format.usesNamedArguments() && !format.getArgumentNames().isEmpty()) {
        throw new DecodingException(text.getKey(), "arguments with names", pattern.value());
      }
      formats.put(text.getKey(), format);
    }
    return new Messages(name, formats);
  }

  /** The text with these arguments. */
  public String say(String key, Map<String, Object> arguments) {
    MessageFormat format = formats.get(key);
    if (format == null) {
      throw new IllegalArgumentException(name + " has no " + key);
    }
    if (!format.getArgumentNames().equals(arguments.keySet())) {
      throw new IllegalArgumentException(
          name
              + ": "
              + key
              + " takes "
              + format.getArgumentNames()
              + ", not "
              + arguments.keySet());
    }
    Map<String, Object> written = new HashMap<>();
    arguments.forEach((argument, value) -> written.put(argument, written(value)));
    MessageFormat own = (MessageFormat) format.clone();
    return own.format(written);
  }

  private static Object written(Object value) {
    if (value instanceof Number) {
      return value;
    }
    if (value instanceof Enum<?> choice) {
      return choice.name().toLowerCase(Locale.ROOT);
    }
    return FIRST_STRONG_ISOLATE + value.toString() + POP_ISOLATE;
  }

  /** The keys, in order. */
  public Set<String> keys() {
    return formats.keySet();
  }

  /** The names of the arguments of a text. */
  public Set<String> arguments(String key) {
    return formats.get(key).getArgumentNames();
  }
}
