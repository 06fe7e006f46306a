package org.psephos.api.access;

import java.util.Locale;

/** What a bearer token lets its holder be. Everyone else is a voter or a passer-by. */
public enum Role {
  /** Runs elections. */
  OFFICIAL,
  /** Runs the installation; reads the audit log, and has no say in elections. */
  OPERATOR,
  /** Hands out codes in one election. */
  REGISTRAR,
  /** Holds a key in one election. */
  TRUSTEE,
  /** Looks at one election before everybody can; may change nothing. */
  OBSERVER,
  /** The service itself, which acts by a schedule; no token makes anybody this. */
  SERVICE;

  /** The name in links, logs and the description of the interface. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
