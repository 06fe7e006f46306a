/**
 * What everyone with a secret must see before using it: the whole board, checked from the first
 * entry on.
 *
 * <p>Not here: network, files, keys. Start with {@link org.psephos.tally.audit.BoardAudit}.
 */
package org.psephos.tally.audit;
