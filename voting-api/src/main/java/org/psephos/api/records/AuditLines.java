package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The lines of the audit log. One is appended at a time, whoever else appends. */
@ApplicationScoped
public class AuditLines {

  /** Held by who appends, until the line is committed. */
  private static final long APPENDING = 0x7073_6175_6469_74L;

  /**
   * Appends the line that follows from the last one, in a transaction of its own: what was noted
   * stays, whatever becomes of the request.
   *
   * @param next the new line from the last one, if there is one
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void append(Function<Optional<String>, String> next) {
    AuditLine.getEntityManager()
        .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(?1) AS text)")
        .setParameter(1, APPENDING)
        .getSingleResult();
    Optional<AuditLine> last = AuditLine.last();
    AuditLine line = new AuditLine();
    line.number = last.map(before -> before.number + 1).orElse(0L);
    line.line = next.apply(last.map(before -> before.line));
    line.persistAndFlush();
  }

  /** Lines in order, beginning with this number. */
  @Transactional
  public List<String> from(long number, int most) {
    return AuditLine.from(number, most).stream().map(line -> line.line).toList();
  }
}
