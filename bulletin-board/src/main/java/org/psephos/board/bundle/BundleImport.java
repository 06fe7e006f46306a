package org.psephos.board.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Reachable;
import org.psephos.board.entry.Reference;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Step;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.Deciding;
import org.psephos.board.store.Growth;
import org.psephos.board.store.Standing;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.TreeHead;
import org.psephos.board.tile.TilePath;
import org.psephos.board.tile.TileRows;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/**
 * Takes a published board into a store: a mirror, or a board whose database was lost. The board is
 * read twice: once to check form, order, root and signature, and only then to store it. What was
 * interrupted goes on where it stopped; a store that holds anything else is left as it is.
 *
 * <p>Proofs and sums are not checked here; that is what a verifier is for. Whoever goes on writing
 * to the board needs its log key and its high-water record as well.
 */
public final class BundleImport {

  private final BoardSource source;
  private final BoardStore store;

  private BundleImport(BoardSource source, BoardStore store) {
    this.source = source;
    this.store = store;
  }

  /**
   * Takes the board at its checkpoint.
   *
   * @param store empty, or left behind by an import of the same board that was interrupted
   * @return the checkpoint that is published now
   * @throws DecodingException if the source is not a board in order under its own signature, or the
   *     store holds something else; nothing was stored
   * @throws StoreUnavailableException if the store fails; calling again goes on
   */
  public static Checkpoint into(BoardStore store, BoardSource source)
      throws IOException, DecodingException {
    return new BundleImport(source, store).run();
  }

  private Checkpoint run() throws IOException, DecodingException {
    SignedCheckpoint signed = source.checkpoint();
    Checkpoint checkpoint = signed.checkpoint();
    requireSound(signed);
    store(checkpoint.size());
    store.publish(new StoredCheckpoint(checkpoint.size(), Utf8.decode(signed.toBytes())));
    return checkpoint;
  }

  private void requireSound(SignedCheckpoint signed) throws IOException, DecodingException {
    Checkpoint checkpoint = signed.checkpoint();
    BoardState state = BoardState.empty();
    Frontier frontier = Frontier.EMPTY;
    TreeHead before = store.head();
    requireBegunHere(before, frontier);
    Reachable reachable = new Reachable(source);
    for (TilePath path : TileRows.bundles(checkpoint.size())) {
      for (EntryBytes entry : entries(path)) {
        state = follow(state, entry, reachable, object -> {});
        frontier = frontier.append(TreeHash.leaf(entry.toByteArray()));
        requireBegunHere(before, frontier);
      }
    }
    if (before.size() > checkpoint.size()) {
      throw new DecodingException(
          "store",
          "at most the " + checkpoint.size() + " entries of the bundle",
          "" + before.size());
    }
    if (!frontier.root().equals(checkpoint.root())) {
      throw new DecodingException(
          BoardSource.CHECKPOINT, "root " + frontier.root().hex(), checkpoint.root().hex());
    }
    requireSigned(signed, state);
  }

  /** What the store holds must be the first entries of this very board. */
  private static void requireBegunHere(TreeHead stored, Frontier frontier)
      throws DecodingException {
    if (stored.size() == frontier.size() && !stored.root().equals(frontier.root())) {
      throw new DecodingException(
          "store", "nothing, or the first entries of this board", "another board");
    }
  }

  /** Takes the objects that an entry brings along. */
  private interface Taking {
    void take(BoardObject object) throws StoreUnavailableException;
  }

  private BoardState follow(BoardState state, EntryBytes bytes, Reachable reachable, Taking objects)
      throws IOException, DecodingException {
    try {
      BoardEntry entry = BoardEntry.decode(bytes);
      for (Reference reference : reachable.from(entry)) {
        objects.take(source.object(reference));
      }
      Step step = state.follow(Event.read(entry, source));
      if (step instanceof BoardState next) {
        return next;
      }
      throw new DecodingException("", "an entry in order", step.toString());
    } catch (DecodingException e) {
      throw e.within("entry " + state.size());
    }
  }

  private static void requireSigned(SignedCheckpoint signed, BoardState state)
      throws DecodingException {
    GenesisEntry genesis =
        state
            .genesis()
            .orElseThrow(
                () -> new DecodingException(BoardSource.CHECKPOINT, "at least Genesis", "0"));
    if (WitnessPolicy.logOnly(genesis.key()).check(signed) instanceof NoteCheck.Refused refused) {
      throw new DecodingException(
          BoardSource.CHECKPOINT, "a signature by the key in Genesis", refused.reason().toString());
    }
  }

  /** Objects first: what an entry refers to is durable before the entry is. */
  private void store(long size) throws IOException, DecodingException {
    Reachable reachable = new Reachable(source);
    BoardState state = BoardState.empty();
    Frontier frontier = Frontier.EMPTY;
    for (TilePath path : TileRows.bundles(size)) {
      List<EntryBytes> entries = entries(path);
      for (EntryBytes entry : entries) {
        state = follow(state, entry, reachable, store::putObject);
      }
      int held = (int) Math.max(0, Math.min(entries.size(), store.head().size() - path.first()));
      frontier = frontier.appendAll(leaves(entries.subList(0, held)));
      if (held < entries.size()) {
        frontier = append(entries.subList(held, entries.size()), frontier, state.phase().name());
      }
    }
  }

  private Frontier append(List<EntryBytes> entries, Frontier before, String stage)
      throws StoreUnavailableException {
    Growth growth = Growth.by(entries, before, store);
    store.exclusively(
        standing -> {
          requireUntouched(standing, before);
          return Optional.of(new Deciding.Decision(growth.extension(), List.of(), stage));
        });
    return growth.frontier();
  }

  private static void requireUntouched(Standing standing, Frontier before)
      throws StoreUnavailableException {
    if (!standing.pending().isEmpty() || standing.head().size() != before.size()) {
      throw new StoreUnavailableException("somebody else writes to this store");
    }
  }

  private List<EntryBytes> entries(TilePath path) throws IOException, DecodingException {
    List<EntryBytes> entries = new ArrayList<>();
    for (byte[] entry : source.entries(path)) {
      entries.add(EntryBytes.decode(entry));
    }
    return entries;
  }

  private static List<Digest> leaves(List<EntryBytes> entries) {
    return entries.stream().map(entry -> TreeHash.leaf(entry.toByteArray())).toList();
  }
}
