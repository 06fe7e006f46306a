package org.psephos.board.tile;

/**
 * Reads hash tiles, from wherever they are.
 *
 * @param <E> what goes wrong when a tile cannot be read
 */
@FunctionalInterface
public interface TileReader<E extends Exception> {

  /** The tile of that path, with exactly as many hashes as the path says. */
  HashTile tile(TilePath path) throws E;
}
