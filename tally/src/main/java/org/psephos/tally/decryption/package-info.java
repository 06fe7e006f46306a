/**
 * What a trustee's machine does with the key, once for each election, and what it remembers.
 *
 * <p>Not here: network, checking the board, combining what several trustees did. Start with {@link
 * org.psephos.tally.decryption.TrusteeDecryption}.
 */
package org.psephos.tally.decryption;
