package org.psephos.verifier.record;

import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * A board as it was read, before anything about it is believed.
 *
 * @param checkpoint as it was published; its signatures are not checked
 * @param entries the leaves in order
 * @param tree the Merkle tree over the leaves, recomputed
 * @param first the SHA-256 of entry 0
 * @param brokenOff why reading stopped before the size that the checkpoint names, if it did
 */
public record Board(
    SignedCheckpoint checkpoint,
    List<ReadEntry> entries,
    NodeTable tree,
    Optional<Digest> first,
    Optional<DecodingException> brokenOff) {

  public Board {
    entries = List.copyOf(entries);
  }

  /** Entry 0, if it is what it must be. */
  public Optional<GenesisEntry> genesis() {
    return entries.isEmpty() ? Optional.empty() : genesis(entries.get(0));
  }

  private static Optional<GenesisEntry> genesis(ReadEntry read) {
    if (read instanceof ReadEntry.Known known) {
      BoardEntry entry = known.entry();
      return entry instanceof GenesisEntry genesis ? Optional.of(genesis) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The root over the first entries of this board. */
  public Digest root(long size) {
    return tree.root(0, size);
  }
}
