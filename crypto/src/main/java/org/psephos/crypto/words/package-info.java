/**
 * Digests as words that people compare aloud. Not here: which digest, and how many words of it.
 * Start with {@link org.psephos.crypto.words.FingerprintWords}.
 */
package org.psephos.crypto.words;
