package org.psephos.api.web.page;

import static java.util.Objects.requireNonNull;

/**
 * Text that somebody else wrote, in a language of its own; the tag {@code foreign} shows it, always
 * as text, with its own {@code lang} and its own direction.
 *
 * @param language a BCP 47 tag
 */
public record ForeignText(String language, String text) {

  public ForeignText {
    requireNonNull(language, "language is null");
    requireNonNull(text, "text is null");
  }
}
