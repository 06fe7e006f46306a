package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.records.AuditLines;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.tally.auditlog.AuditEntry;

/**
 * Writes down who did what, and who was refused what, in a chain that nobody can change in the
 * middle unnoticed. Thread safe.
 */
@ApplicationScoped
public class OperatorLog {

  private static final int PIECE = 500;

  private final AuditLines lines;

  OperatorLog(AuditLines lines) {
    this.lines = lines;
  }

  /** One act that was done. */
  public void note(String election, Caller caller, String action) {
    append(caller, action, Optional.of(election), Optional.empty());
  }

  /** One act that was done in no election. */
  public void note(Caller caller, String action) {
    append(caller, action, Optional.empty(), Optional.empty());
  }

  /**
   * One act that was tried and refused.
   *
   * @param election as the request named it
   */
  public void refused(Optional<String> election, Caller caller, String action, Code code) {
    Optional<String> uuid = election.filter(OperatorLog::isUuid);
    append(caller, action, uuid, Optional.of(code.wireName()));
  }

  private static boolean isUuid(String text) {
    try {
      return ElectionId.decode(text).value().equals(text);
    } catch (DecodingException e) {
      return false;
    }
  }

  private void append(
      Caller caller, String action, Optional<String> election, Optional<String> refused) {
    long time = Clock.systemUTC().instant().getEpochSecond();
    lines.append(
        last -> {
          Optional<AuditEntry> before = last.map(OperatorLog::stored);
          AuditEntry entry =
              new AuditEntry(
                  before.map(entryBefore -> entryBefore.number() + 1).orElse(0L),
                  before.map(AuditEntry::hash).orElse(AuditEntry.BEGINNING),
                  time,
                  caller.role().wireName(),
                  who(caller),
                  action,
                  election,
                  refused);
          return text(entry);
        });
  }

  private static String who(Caller caller) {
    if (caller.account().isPresent()) {
      return caller.account().get();
    }
    return caller.role() == Role.TRUSTEE ? "trustee " + caller.owner() : caller.role().wireName();
  }

  private static AuditEntry stored(String line) {
    try {
      return AuditEntry.decode(Utf8.encode(line));
    } catch (DecodingException e) {
      throw new IllegalStateException("the last line of the audit log is damaged", e);
    }
  }

  private static String text(AuditEntry entry) {
    try {
      return Utf8.decode(entry.encode());
    } catch (DecodingException e) {
      throw new IllegalStateException("JSON is text", e);
    }
  }

  /** Writes every line so far, each ended by a line feed. */
  public void export(OutputStream out) throws IOException {
    long number = 0;
    List<String> piece = lines.from(number, PIECE);
    while (!piece.isEmpty()) {
      for (String line : piece) {
        out.write(Utf8.encode(line + "\n"));
      }
      number += piece.size();
      piece = lines.from(number, PIECE);
    }
  }
}
