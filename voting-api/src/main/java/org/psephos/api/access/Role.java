package org.psephos.api.access;

import java.util.Locale;

/** What a bearer token lets its holder be. Everyone else is a voter or an observer. */
public enum Role {
  /** Runs elections; one token for the installation. */
  OFFICIAL,
  /** Hands out codes in one election. */
  REGISTRAR,
  /** Holds a key in one election. */
  TRUSTEE;

  /** The name in links, logs and the description of the interface. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
