/**
 * What may stand on the board: one record per kind of entry, the manifest and the texts they pin,
 * and which objects each entry refers to.
 *
 * <p>Not here: what may follow what ({@code board.order}), trees and signatures, storage. Start
 * with {@link org.psephos.board.entry.BoardEntry}.
 */
package org.psephos.board.entry;
