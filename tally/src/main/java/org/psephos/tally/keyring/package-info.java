/**
 * The secrets of trustees and registrars on their own disks, sealed with a passphrase.
 *
 * <p>Not here: network, prompts. Start with {@link org.psephos.tally.keyring.TrusteeKeyRing} and
 * {@link org.psephos.tally.keyring.RegistrarKeyRing}.
 */
package org.psephos.tally.keyring;
