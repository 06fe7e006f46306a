package org.psephos.verifier.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/** Reads the entries of a board as far as they are there, and recomputes the tree over them. */
public final class BoardReader {

  private final BoardSource source;
  private final List<ReadEntry> entries = new ArrayList<>();
  private final NodeTable tree = new NodeTable();
  private Optional<Digest> first = Optional.empty();

  private BoardReader(BoardSource source) {
    this.source = source;
  }

  /**
   * Reads a board.
   *
   * @throws DecodingException if there is no checkpoint that says how large the board is
   */
  public static Board read(BoardSource source) throws IOException, DecodingException {
    return new BoardReader(source).read(source.checkpoint());
  }

  private Board read(SignedCheckpoint checkpoint) throws IOException {
    long size = checkpoint.checkpoint().size();
    Optional<DecodingException> brokenOff = Optional.empty();
    while (entries.size() < size && brokenOff.isEmpty()) {
      long index = entries.size() / TilePath.FULL;
      int width = (int) Math.min(TilePath.FULL, size - entries.size());
      try {
        source.entries(new TilePath(TilePath.ENTRIES, index, width)).forEach(this::add);
      } catch (DecodingException e) {
        brokenOff = Optional.of(e);
      }
    }
    return new Board(checkpoint, entries, tree, first, brokenOff);
  }

  private void add(byte[] leaf) {
    if (entries.isEmpty()) {
      first = Optional.of(Digest.sha256(leaf));
    }
    tree.append(TreeHash.leaf(leaf));
    entries.add(ReadEntry.of(leaf));
  }
}
