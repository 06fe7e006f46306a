/**
 * What the service remembers outside the boards: drafts, hashes of tokens, who did what, and an
 * index of ballots by credential. Nothing here decides a result; everything that does is on the
 * board.
 *
 * <p>Not here: rules. Start with {@link org.psephos.api.records.ElectionRecord}.
 */
package org.psephos.api.records;
