/**
 * The two small spellings that notes, tiles and receipts share: decimal numbers and padded base64.
 *
 * <p>Not here: JSON, which is {@code crypto.codec}. Start with {@link
 * org.psephos.board.text.Decimal}.
 */
package org.psephos.board.text;
