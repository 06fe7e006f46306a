/**
 * Who holds the parts of an election's key, and how they prove it: the version 1 trustees object.
 *
 * <p>Not here: making the shares of a threshold group, decrypting. Start with {@link
 * org.psephos.crypto.trustee.Trustees}.
 */
package org.psephos.crypto.trustee;
