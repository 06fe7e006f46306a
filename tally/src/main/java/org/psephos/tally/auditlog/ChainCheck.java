package org.psephos.tally.auditlog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * Follows the chain of an exported log from its first line. What was cut off at the end leaves no
 * trace in what remains; that is why an earlier head can be looked for.
 */
public final class ChainCheck {

  /** What came of it. */
  public sealed interface Verdict permits Whole, Broken {}

  /**
   * Every line follows from the one before.
   *
   * @param entries how many there are
   * @param head the hash of the last one; {@link AuditEntry#BEGINNING} if there is none
   */
  public record Whole(long entries, Digest head) implements Verdict {}

  /**
   * The chain breaks.
   *
   * @param line the first line that is wrong, from 1
   */
  public record Broken(long line, String expected, String found) implements Verdict {}

  private final Optional<Digest> earlier;
  private boolean met;
  private long number;
  private Digest head = AuditEntry.BEGINNING;

  private ChainCheck(Optional<Digest> earlier) {
    this.earlier = earlier;
    this.met = earlier.isEmpty() || earlier.get().equals(head);
  }

  /**
   * Checks JSON Lines, each line ended by a line feed.
   *
   * @param earlier a head that was noted before and must still be in the chain
   */
  public static Verdict check(InputStream log, Optional<Digest> earlier) throws IOException {
    return new ChainCheck(earlier).run(new BufferedInputStream(log));
  }

  private Verdict run(InputStream log) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = log.read(); next >= 0; next = log.read()) {
      if (next != '\n') {
        line.write(next);
        if (line.size() > AuditEntry.LARGEST) {
          return broken("a line of at most " + AuditEntry.LARGEST + " bytes", "a longer one");
        }
        continue;
      }
      Optional<Broken> fault = follow(line.toByteArray());
      if (fault.isPresent()) {
        return fault.get();
      }
      line.reset();
    }
    if (line.size() > 0) {
      return broken("a line feed at the end", "a line that is cut off");
    }
    return met
        ? new Whole(number, head)
        : broken("entry " + earlier.orElseThrow().hex(), "the end");
  }

  private Optional<Broken> follow(byte[] line) {
    AuditEntry entry;
    try {
      entry = AuditEntry.decode(line);
    } catch (DecodingException e) {
      String where = e.path().isEmpty() ? "" : e.path() + ": ";
      return Optional.of(broken(where + e.expected(), e.found()));
    }
    if (entry.number() != number) {
      return Optional.of(broken("number " + number, "" + entry.number()));
    }
    if (!entry.previous().equals(head)) {
      return Optional.of(broken("previous " + head.hex(), entry.previous().hex()));
    }
    head = entry.hash();
    met |= head.equals(earlier.orElse(null));
    number++;
    return Optional.empty();
  }

  private Broken broken(String expected, String found) {
    return new Broken(number + 1, expected, found);
  }
}
