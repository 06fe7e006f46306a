package org.psephos.board.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.board.entry.EntryBytes;
import org.psephos.crypto.hash.Digest;

/**
 * What can be read of a board. Safe for use by many threads; what was read once never changes and
 * never disappears, so answers may be kept for ever, except those about what is newest.
 */
public interface BoardReads {

  /** The number of hashes in a full tile. */
  int TILE = 256;

  /** The newest head; it may be ahead of every published checkpoint. */
  TreeHead head() throws StoreUnavailableException;

  /** The head when the tree had this size, if some step ended there. */
  Optional<TreeHead> head(long size) throws StoreUnavailableException;

  /**
   * What the election has come to, in the words of whoever appends; empty text at the start. Opaque
   * here.
   */
  String stage() throws StoreUnavailableException;

  /** Entries in order, from this index; fewer than {@code limit} only at the end. */
  List<EntryBytes> entries(long from, int limit) throws StoreUnavailableException;

  /**
   * Hashes as tiles hold them: at level 0 those of leaves, at level l the roots of the completed
   * tiles of level l − 1. Fewer than {@code limit} only at the end.
   *
   * @param level 0 to 7
   */
  List<Digest> hashes(int level, long from, int limit) throws StoreUnavailableException;

  /** The index of the numbered entry with this ident. */
  OptionalLong indexOf(Digest ident) throws StoreUnavailableException;

  /** Whether an entry with this ident waits for its number. */
  boolean isPending(Digest ident) throws StoreUnavailableException;

  /** The number of entries that wait for their number. */
  int pending() throws StoreUnavailableException;

  /** The object of this hash, if it is stored. */
  Optional<ObjectContent> object(Digest hash) throws StoreUnavailableException;

  /** The published checkpoint of the largest size. */
  Optional<StoredCheckpoint> newestCheckpoint() throws StoreUnavailableException;

  /** The published checkpoint of the smallest size above this index: the one receipts use. */
  Optional<StoredCheckpoint> firstCheckpointCovering(long index) throws StoreUnavailableException;
}
