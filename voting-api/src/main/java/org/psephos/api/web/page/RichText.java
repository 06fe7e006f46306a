package org.psephos.api.web.page;

import io.quarkus.qute.RawString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages with links in them. The message is ours and may hold {@code <name>words</name>}; what
 * stands in its arguments is escaped before it is put in.
 */
final class RichText {

  private static final Pattern LINK = Pattern.compile("<([a-z_]+)>(.*?)</\\1>", Pattern.DOTALL);

  private RichText() {}

  /** The arguments that no link is called after are those of the message. */
  static RawString of(Messages messages, String key, Map<String, Object> arguments) {
    Map<String, Object> texts = new LinkedHashMap<>();
    Map<String, String> links = new LinkedHashMap<>();
    Set<String> inText = messages.arguments(key);
    arguments.forEach(
        (name, value) -> {
          if (inText.contains(name)) {
            texts.put(name, value instanceof String text ? escaped(text) : value);
          } else {
            links.put(name, (String) value);
          }
        });
    return new RawString(linked(key, messages.say(key, texts), links));
  }

  private static String linked(String key, String text, Map<String, String> links) {
    Set<String> missing = new TreeSet<>(links.keySet());
    Matcher link = LINK.matcher(text);
    StringBuilder html = new StringBuilder();
    while (link.find()) {
      String href = links.get(link.group(1));
      if (href == null) {
        throw new IllegalArgumentException(
            key + " has a link that leads nowhere: " + link.group(1));
      }
      missing.remove(link.group(1));
      link.appendReplacement(
          html,
          Matcher.quoteReplacement("<a href=\"" + escaped(href) + "\">" + link.group(2) + "</a>"));
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(key + " has no link " + missing);
    }
    return link.appendTail(html).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
