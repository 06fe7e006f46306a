package org.psephos.api.web.page;

import java.util.List;
import java.util.Locale;

/**
 * A set of texts that is complete in each of its languages: {@code messages/<bundle>/<tag>.json}.
 */
public enum Bundle {
  /** Pages for everybody. */
  SITE,
  /** The voter's program. */
  BOOTH,
  /** Pages of those who run elections. */
  STAFF;

  /** The languages it is complete in. */
  public List<Language> languages() {
    return this == STAFF ? Language.STAFF : Language.ALL;
  }

  /** The name of its folder. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
