package org.psephos.api.web.page;

import io.quarkus.qute.RawString;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every template gets as {@code page}: the reader's language and the words, dates and links in
 * it. For one request; immutable.
 *
 * @param visit the address and the languages that the reader asked for
 * @param bundle whose languages the reader can switch to
 */
public record Page(
    Visit visit,
    Bundle bundle,
    Language language,
    Messages messages,
    Formats formats,
    Assets assets) {

  private static final String LANGUAGE = "lang";

  /** One entry of the language switch. */
  public record Choice(Language language, String href, boolean current) {}

  /** A text without arguments. */
  public String say(String key) {
    return messages.say(key, Map.of());
  }

  /** A text with arguments: a name, its value, and so on. */
  public String say(String key, Object... arguments) {
    return messages.say(key, Arguments.named(arguments));
  }

  /** A text with links in it: {@code <name>words</name>} leads to the argument of that name. */
  public RawString rich(String key, Object... arguments) {
    return RichText.of(messages, key, Arguments.named(arguments));
  }

  /** The address of another page of ours, in the language that the reader chose, if any. */
  public String link(String path) {
    return visit
        .preference()
        .asked()
        .map(asked -> UriBuilder.fromUri(path).queryParam(LANGUAGE, asked.tag()).build().toString())
        .orElse(path);
  }

  /** Whether this page is the one at that path. */
  public boolean isAt(String path) {
    return visit.path().equals(path);
  }

  /** What the build made of an entry of scripts or style; null if there is none. */
  public Assets.Asset asset(String entry) {
    return assets.asset(entry).orElse(null);
  }

  /** This page in every language there is, each under its own name. */
  public List<Choice> languages() {
    return bundle.languages().stream()
        .map(other -> new Choice(other, visit.with(LANGUAGE, other.tag()), other == language))
        .toList();
  }

  public String time(long seconds) {
    return formats.time(seconds);
  }

  public String day(long seconds) {
    return formats.day(seconds);
  }

  public String iso(long seconds) {
    return formats.iso(seconds);
  }

  public String number(long number) {
    return formats.number(number);
  }

  public String percent(long part, long whole) {
    return formats.percent(part, whole);
  }

  /** Names and values in turn, as templates give them. */
  private static final class Arguments {

    static Map<String, Object> named(Object... arguments) {
      if (arguments.length % 2 != 0) {
        throw new IllegalArgumentException("a name without a value");
      }
      Map<String, Object> named = new LinkedHashMap<>();
      for (int i = 0; i < arguments.length; i += 2) {
        named.put((String) arguments[i], arguments[i + 1]);
      }
      return named;
    }
  }
}
