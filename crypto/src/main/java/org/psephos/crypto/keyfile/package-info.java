/**
 * The encrypted form in which trustees and registrars keep their secrets, as pure functions on
 * bytes. Not here: files and their permissions, prompts, how strong a passphrase must be. Start
 * with {@link org.psephos.crypto.keyfile.KeyFile}.
 */
package org.psephos.crypto.keyfile;
