package org.psephos.api.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The languages a reader asked for, best first: the one in the address, then those of the browser.
 * Whatever cannot be understood is as if it had not been said.
 *
 * @param asked the language in the address, if it is one of ours
 * @param tags all of them, as BCP 47 tags
 */
public record Preference(Optional<Language> asked, List<String> tags) {

  private static final int LONGEST_HEADER = 500;

  public Preference {
    tags = List.copyOf(tags);
  }

  /** Reads the parameter {@code lang} and the header {@code Accept-Language}; both may be null. */
  public static Preference of(String parameter, String header) {
    Optional<Language> asked = parameter == null ? Optional.empty() : Language.tagged(parameter);
    Set<String> tags = new LinkedHashSet<>();
    asked.ifPresent(language -> tags.add(language.tag()));
    tags.addAll(accepted(header));
    return new Preference(asked, new ArrayList<>(tags));
  }

  private static List<String> accepted(String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
          .map(Locale.LanguageRange::getRange)
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** The first of these languages that was asked for. */
  public Optional<Language> among(List<Language> languages) {
    return tags.stream()
        .flatMap(tag -> Language.tagged(tag).stream())
        .filter(languages::contains)
        .findFirst();
  }

  /** The first of these tags that was asked for; {@code pt} is good enough for {@code pt-BR}. */
  public Optional<String> amongTags(Collection<String> offered) {
    for (String tag : tags) {
      String found = Locale.lookupTag(List.of(new Locale.LanguageRange(tag)), offered);
      if (found != null) {
        return offered.stream().filter(one -> one.equalsIgnoreCase(found)).findFirst();
      }
    }
    return Optional.empty();
  }
}
