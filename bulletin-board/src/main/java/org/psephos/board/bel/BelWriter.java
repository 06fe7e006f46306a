package org.psephos.board.bel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.crypto.codec.DecodingException;

/**
 * Projects a board to the archive {@code <uuid>.bel}, entry by entry. What it has written after an
 * entry is the archive of the board up to that entry, so longer boards only append. Holds one
 * event's data at a time. Not thread safe.
 */
public final class BelWriter {

  private static final int AT_ONCE = 256;

  private final ObjectSource objects;
  private final OutputStream out;
  private BelChain chain;

  /** Writes to a stream, which the caller closes and had better be buffered. */
  public BelWriter(ObjectSource objects, OutputStream out) {
    this.objects = objects;
    this.out = out;
  }

  /**
   * Writes the archive of a stored board up to its newest published checkpoint; of a board without
   * one, nothing.
   *
   * @throws DecodingException if the stored board is damaged
   */
  public static void write(BoardReads reads, ObjectSource objects, OutputStream out)
      throws IOException, DecodingException {
    BelWriter writer = new BelWriter(objects, out);
    long size = reads.newestCheckpoint().map(StoredCheckpoint::size).orElse(0L);
    long at = 0;
    while (at < size) {
      List<EntryBytes> entries = reads.entries(at, (int) Math.min(AT_ONCE, size - at));
      if (entries.isEmpty()) {
        throw new DecodingException("entry " + at, "an entry", "nothing");
      }
      for (EntryBytes entry : entries) {
        writer.add(BoardEntry.decode(entry));
      }
      at += entries.size();
    }
  }

  /**
   * Takes the next entry of the board; the first must be Genesis. Entries that version 1 does not
   * know write nothing.
   *
   * @throws DecodingException if an object is missing or names no others where it should
   * @throws IllegalArgumentException if the board does not begin with Genesis
   */
  public void add(BoardEntry entry) throws IOException, DecodingException {
    if (chain == null) {
      chain = start(entry);
      return;
    }
    Optional<BelEventType> type = type(entry.type());
    if (type.isPresent()) {
      chain.event(type.get(), data(entry, type.get()));
    }
  }

  private BelChain start(BoardEntry entry) throws IOException {
    if (entry instanceof GenesisEntry genesis) {
      return new BelChain(out, genesis.time());
    }
    throw new IllegalArgumentException("a board begins with Genesis");
  }

  private static Optional<BelEventType> type(EntryType type) {
    return switch (type) {
      case SETUP -> Optional.of(BelEventType.SETUP);
      case BALLOT -> Optional.of(BelEventType.BALLOT);
      case END_BALLOTS -> Optional.of(BelEventType.END_BALLOTS);
      case ENCRYPTED_TALLY -> Optional.of(BelEventType.ENCRYPTED_TALLY);
      case PARTIAL_DECRYPTION -> Optional.of(BelEventType.PARTIAL_DECRYPTION);
      case RESULT -> Optional.of(BelEventType.RESULT);
      default -> Optional.empty();
    };
  }

  private List<BoardObject> data(BoardEntry entry, BelEventType type)
      throws IOException, DecodingException {
    if (!type.hasPayload()) {
      return List.of();
    }
    // Setup names the manifest first, which version 1 does not know; the payload is always last.
    List<Reference> references = entry.references();
    Reference payload = references.get(references.size() - 1);
    BoardObject object = objects.object(payload);
    List<BoardObject> data = new ArrayList<>();
    for (Reference child : payload.children(object)) {
      data.add(objects.object(child));
    }
    data.add(object);
    return data;
  }
}
