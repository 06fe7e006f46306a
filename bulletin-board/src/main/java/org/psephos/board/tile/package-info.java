/**
 * The published form of a board's tree (C2SP tlog-tiles): paths, hash tiles and entry bundles.
 *
 * <p>Not here: files, databases and HTTP. Start with {@link org.psephos.board.tile.TilePath}.
 */
package org.psephos.board.tile;
