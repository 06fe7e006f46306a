/**
 * Ed25519 signatures of RFC 8032, by which the board's log, its witnesses and the registrar answer
 * for what they say. Not here: the Schnorr signatures inside version 1 objects (see {@code proof}).
 * Start with {@link org.psephos.crypto.signature.SigningKey}.
 */
package org.psephos.crypto.signature;
