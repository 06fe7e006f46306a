/**
 * Strict reading and canonical writing of text and JSON, with limits.
 *
 * <p>Not here: the objects themselves. Start with {@link org.psephos.crypto.codec.Json}.
 */
package org.psephos.crypto.codec;
