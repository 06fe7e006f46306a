package org.psephos.api.web.page;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;

/** A language that pages are written in, with its own name for itself. */
public enum Language {
  /** With the dates of the world outside North America: day before month, 24 hours. */
  ENGLISH("en", "en-GB", "English"),
  FRENCH("fr", "fr", "Français"),
  SPANISH("es", "es", "Español"),
  ARABIC("ar", "ar", "العربية"),
  JAPANESE("ja", "ja", "日本語"),
  POLISH("pl", "pl", "Polski");

  /** What everything public is written in. */
  public static final List<Language> ALL = List.of(values());

  /** What pages of officials are written in. */
  public static final List<Language> STAFF = List.of(ENGLISH, FRENCH);

  private final String tag;
  private final ULocale locale;
  private final String ownName;

  Language(String tag, String locale, String ownName) {
    this.tag = tag;
    this.locale = ULocale.forLanguageTag(locale);
    this.ownName = ownName;
  }

  /** The tag in addresses, in names of files and in {@code lang}. */
  public String tag() {
    return tag;
  }

  /** Says how dates, numbers and plurals are written. */
  public ULocale locale() {
    return locale;
  }

  public String ownName() {
    return ownName;
  }

  /** The value of {@code dir}. */
  public String direction() {
    return locale.isRightToLeft() ? "rtl" : "ltr";
  }

  /** The language with this tag, whatever region or script follows in it. */
  public static Optional<Language> tagged(String tag) {
    String language = ULocale.forLanguageTag(tag).getLanguage();
    return ALL.stream().filter(one -> one.tag.equals(language)).findFirst();
  }
}
