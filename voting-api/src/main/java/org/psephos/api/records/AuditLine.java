package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;

/** One line of the audit log, as it is exported. */
@Entity
@Table(name = "audit_line")
public class AuditLine extends PanacheEntityBase {

  @Id public long number;

  @Column(updatable = false)
  public String line;

  static Optional<AuditLine> last() {
    return findAll(Sort.descending("number")).firstResultOptional();
  }

  static List<AuditLine> from(long number, int most) {
    return find("number >= ?1", Sort.ascending("number"), number).page(0, most).list();
  }
}
