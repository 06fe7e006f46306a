package org.psephos.tally.letter;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words around an election's own texts, in the language of a letter where there are any. */
public final class LetterWords {

  /** The languages that letters can be written in; others get the words of the first. */
  public static final List<String> LANGUAGES = List.of("en", "ar", "de", "es", "fr", "ja", "pl");

  private final Properties words;
  private final Locale locale;

  private LetterWords(Properties words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  /** Whether a letter in this language has words of that language. */
  public static boolean has(String tag) {
    return LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage());
  }

  /** The words of a language tag, such as {@code fr} or {@code de-AT}. */
  public static LetterWords in(String tag) {
    Locale locale = has(tag) ? Locale.forLanguageTag(tag) : Locale.ENGLISH;
    Properties words = new Properties();
    String name = "letter_" + locale.getLanguage() + ".properties";
    try (InputStream in = LetterWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not packaged");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LetterWords(words, locale);
  }

  String language() {
    return locale.toLanguageTag();
  }

  /** {@code rtl} or {@code ltr}. */
  static String direction(String tag) {
    return ULocale.forLanguageTag(tag).isRightToLeft() ? "rtl" : "ltr";
  }

  String say(String key) {
    return say(key, Map.of());
  }

  /** A sentence with its values filled in, as text and not as HTML. */
  String say(String key, Map<String, Object> values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no words for " + key + " in " + locale);
    }
    return new MessageFormat(pattern, ULocale.forLocale(locale)).format(values);
  }

  private DateTimeFormatter day() {
    return new DateTimeFormatterBuilder()
        .appendLocalized(FormatStyle.FULL, null)
        .toFormatter(locale);
  }

  /** Day, time and how far it is from universal time. */
  String time(Instant instant, ZoneId zone) {
    ZonedDateTime time = instant.atZone(zone);
    String offset = time.getOffset().getTotalSeconds() == 0 ? "" : time.getOffset().getId();
    return day().format(time)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time)
        + " ("
        + (zone.getId().equals("Z") ? "" : zone.getId() + ", ")
        + "UTC"
        + offset
        + ")";
  }
}
