package org.psephos.verifier.report;

import org.psephos.crypto.codec.Printable;

/**
 * Something a reader should know that makes nothing false.
 *
 * @param code kebab case; never changes its meaning
 * @param text a sentence; may hold text from the record, so it is escaped when written
 */
public record Warning(String code, String text) {

  public Warning {
    text = Printable.wellFormed(text);
  }
}
