/**
 * What a verifier knows about one election: the board as it was read, and what the checks so far
 * have accepted of it.
 *
 * <p>Not here: any judgement; that is in {@code checks}. Start with {@link
 * org.psephos.verifier.record.ElectionRecord}.
 */
package org.psephos.verifier.record;
