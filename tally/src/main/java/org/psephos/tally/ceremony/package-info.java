/**
 * A member of a threshold group while the group makes its key (docs/spec/key-ceremony.md): given
 * what the verified board and the mailbox show, what to send next, whom to wait for, or why not to
 * go on.
 *
 * <p>Not here: network, clock, prompts, reading the board. Start with {@link
 * org.psephos.tally.ceremony.CeremonyMember}.
 */
package org.psephos.tally.ceremony;
