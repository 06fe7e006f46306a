/**
 * The electoral roll and the credentials made from it, away from any server.
 *
 * <p>Not here: network, letters. Start with {@link org.psephos.tally.roll.ElectoralRoll} and {@link
 * org.psephos.tally.roll.PrivateList}.
 */
package org.psephos.tally.roll;
