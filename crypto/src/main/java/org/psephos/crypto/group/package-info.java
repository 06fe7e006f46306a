/**
 * The prime-order groups of the protocol behind one seam.
 *
 * <p>Not here: anything that knows what a ballot is. Start with {@link
 * org.psephos.crypto.group.Groups#named} and {@link org.psephos.crypto.group.Group}.
 */
package org.psephos.crypto.group;
