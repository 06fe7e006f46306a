/**
 * The log of what administrators did: entries that name the entry before them by its hash, and the
 * check of such a chain by whoever keeps a copy.
 *
 * <p>Not here: where the log is kept, and the audit of a board. Start with {@link
 * org.psephos.tally.auditlog.AuditEntry}.
 */
package org.psephos.tally.auditlog;
