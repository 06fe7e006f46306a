package org.psephos.verifier.report;

import java.util.Comparator;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Printable;

/**
 * One thing that is wrong: where, what was expected, what was found. {@code found} may hold hostile
 * text from the record; the writers of reports escape it.
 */
public record Fault(Subject subject, String expected, String found) {

  private static final int LONGEST = 400;

  /** The order in which faults are reported: without a place on the board first, then by place. */
  static final Comparator<Fault> ORDER =
      Comparator.comparingLong(fault -> fault.subject().index().orElse(-1));

  public Fault {
    expected = shorten(Printable.wellFormed(expected));
    found = shorten(Printable.wellFormed(found));
  }

  /** Bytes from the record that could not be read. */
  public static Fault of(Subject subject, DecodingException e) {
    String place = e.path().isEmpty() ? "" : "at " + e.path() + ": ";
    return new Fault(subject, place + e.expected(), e.found());
  }

  private static String shorten(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
