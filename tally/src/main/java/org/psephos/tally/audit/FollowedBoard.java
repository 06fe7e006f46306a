package org.psephos.tally.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Step;
import org.psephos.board.order.Violation;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * A board of which every entry was read: they follow each other in the one allowed order, and the
 * log's key has signed the root over them. Exists only for boards that passed. What objects say is
 * not looked into beyond what the order depends on. Immutable.
 */
public final class FollowedBoard {

  private final List<BoardEntry> entries = new ArrayList<>();
  private final NodeTable tree = new NodeTable();
  private BoardState state = BoardState.empty();
  private Checkpoint checkpoint;

  private FollowedBoard() {}

  /**
   * Reads and follows a whole board.
   *
   * @param uuid the election that it must belong to
   * @throws AuditException if it is not in order
   */
  public static FollowedBoard read(BoardSource source, String uuid)
      throws IOException, AuditException {
    FollowedBoard board = new FollowedBoard();
    try {
      SignedCheckpoint signed = source.checkpoint();
      board.checkpoint = signed.checkpoint();
      board.readEntries(source);
      board.requireSigned(signed, uuid);
      return board;
    } catch (DecodingException e) {
      throw AuditException.malformed("the board", e);
    }
  }

  private void readEntries(BoardSource source)
      throws IOException, AuditException, DecodingException {
    long size = checkpoint.size();
    while (entries.size() < size) {
      long index = entries.size() / TilePath.FULL;
      int width = (int) Math.min(TilePath.FULL, size - entries.size());
      for (byte[] leaf : source.entries(new TilePath(TilePath.ENTRIES, index, width))) {
        append(leaf, source);
      }
    }
  }

  private void append(byte[] leaf, BoardSource source) throws IOException, AuditException {
    String place = "entry " + entries.size();
    try {
      BoardEntry entry = BoardEntry.decode(EntryBytes.decode(leaf));
      Step step = state.follow(Event.read(entry, source));
      if (step instanceof Violation violation) {
        throw new AuditException(
            place + ": expected " + violation.expected() + ", found " + violation.found());
      }
      state = (BoardState) step;
      tree.append(TreeHash.leaf(leaf));
      entries.add(entry);
    } catch (DecodingException e) {
      throw AuditException.malformed(place, e);
    }
  }

  private void requireSigned(SignedCheckpoint signed, String uuid) throws AuditException {
    AuditException.require(
        !entries.isEmpty() && entries.size() == checkpoint.size(),
        "expected a board of " + checkpoint.size() + " entries, found " + entries.size());
    GenesisEntry genesis = genesis();
    AuditException.require(
        genesis.uuid().equals(uuid), "the board belongs to election " + genesis.uuid());
    AuditException.require(
        genesis.origin().endsWith("/board/" + uuid),
        "the board's origin is of another board: " + genesis.origin());
    AuditException.require(
        WitnessPolicy.logOnly(genesis.key()).check(signed) instanceof NoteCheck.Accepted,
        "the checkpoint is not signed by the key in entry 0");
    AuditException.require(
        root(entries.size()).equals(checkpoint.root()),
        "the entries do not have the root that the checkpoint signs");
  }

  /** Entry 0. */
  public GenesisEntry genesis() {
    return (GenesisEntry) entries.get(0);
  }

  /** The checkpoint under which the board was read. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Where the election stands. */
  public BoardState state() {
    return state;
  }

  public long size() {
    return entries.size();
  }

  /** The root over the first entries, at most {@link #size}. */
  public Digest root(long size) {
    return tree.root(0, size);
  }

  /** Whether the first {@code size} entries have this root: the board extends what had it. */
  public boolean isExtensionOf(long size, Digest root) {
    return size >= 1 && size <= size() && root(size).equals(root);
  }

  /** The entries of one kind in board order. */
  public <E extends BoardEntry> List<Placed<E>> all(Class<E> kind) {
    List<Placed<E>> found = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (kind.isInstance(entries.get(i))) {
        found.add(new Placed<>(i, kind.cast(entries.get(i))));
      }
    }
    return List.copyOf(found);
  }

  /** The entry of a kind that stands on a board at most once. */
  public <E extends BoardEntry> Optional<Placed<E>> the(Class<E> kind) {
    return all(kind).stream().findFirst();
  }
}
