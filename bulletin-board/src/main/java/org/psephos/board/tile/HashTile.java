package org.psephos.board.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.NodeReader;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * The hashes of one tile, 1 to 256. A partial tile is a prefix of every wider one, so only the
 * widest needs to be kept.
 */
public record HashTile(List<Digest> hashes) {

  public HashTile {
    hashes = List.copyOf(hashes);
    if (hashes.isEmpty() || hashes.size() > TilePath.FULL) {
      throw new IllegalArgumentException("a tile has 1 to 256 hashes, not " + hashes.size());
    }
  }

  /** Takes the hashes of a tile out of a tree. */
  public static <E extends Exception> HashTile of(TilePath path, NodeReader<E> nodes) throws E {
    if (path.isEntries()) {
      throw new IllegalArgumentException(path + " holds entries");
    }
    List<Digest> hashes = new ArrayList<>(path.width());
    for (int i = 0; i < path.width(); i++) {
      hashes.add(nodes.node(path.level() * 8, path.first() + i));
    }
    return new HashTile(hashes);
  }

  /**
   * Reads the bytes of a tile.
   *
   * @param width the number of hashes that its path promises
   * @throws DecodingException if there are more or fewer bytes
   */
  public static HashTile decode(byte[] bytes, int width) throws DecodingException {
    if (bytes.length != width * Digest.LENGTH) {
      throw new DecodingException(
          "tile", width * Digest.LENGTH + " bytes", bytes.length + " bytes");
    }
    List<Digest> hashes = new ArrayList<>(width);
    byte[] hash = new byte[Digest.LENGTH];
    for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
      rest.get(hash);
      hashes.add(Digest.of(hash));
    }
    return new HashTile(hashes);
  }

  /** The bytes that are served: 32 for each hash. */
  public byte[] encode() {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Digest.LENGTH);
    hashes.forEach(hash -> bytes.put(hash.toByteArray()));
    return bytes.array();
  }

  /** The first hashes as a narrower tile. */
  public HashTile narrowTo(int width) {
    return new HashTile(hashes.subList(0, width));
  }

  /** The root of the complete subtree over hashes of this tile, a power of two of them. */
  Digest subtree(int from, int width) {
    return Frontier.EMPTY.appendAll(hashes.subList(from, from + width)).root();
  }

  /** The hash of a full tile in the row above; partial tiles have none. */
  public Digest root() {
    if (hashes.size() != TilePath.FULL) {
      throw new IllegalArgumentException("a partial tile is not hashed upward");
    }
    return subtree(0, TilePath.FULL);
  }
}
