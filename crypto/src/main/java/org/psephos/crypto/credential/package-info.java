/**
 * Who may vote: the secret codes, the keys derived from them, and the public list.
 *
 * <p>Not here: names of voters (there are none in this module), letters. Start with {@link
 * org.psephos.crypto.credential.Code} and {@link org.psephos.crypto.credential.CredentialList}.
 */
package org.psephos.crypto.credential;
