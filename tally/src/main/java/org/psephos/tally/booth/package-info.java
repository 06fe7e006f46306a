/**
 * A voter's way from a code and choices to a checked receipt, over HTTP.
 *
 * <p>Not here: prompts and files. Start with {@link org.psephos.tally.booth.PinnedElection} and
 * {@link org.psephos.tally.booth.Casting}.
 */
package org.psephos.tally.booth;
