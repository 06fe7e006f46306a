/**
 * The two groups of integers modulo a 2048-bit prime.
 *
 * <p>Not here: the choice among groups, which is {@link org.psephos.crypto.group.Groups}; nobody
 * else names this package. Start with {@link org.psephos.crypto.group.modp.ModPGroup}.
 */
package org.psephos.crypto.group.modp;
