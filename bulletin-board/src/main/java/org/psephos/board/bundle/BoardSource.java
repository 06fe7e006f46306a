package org.psephos.board.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.SignedNote;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;

/**
 * A published board, wherever it is: each member under its path below {@code /board/<uuid>/}. What
 * it gives is not believed. Safe for use by many threads.
 */
public interface BoardSource extends ObjectSource, Closeable {

  /** The path of the checkpoint. */
  String CHECKPOINT = "checkpoint";

  /** The largest entry bundle in bytes. */
  int LARGEST_BUNDLE = TilePath.FULL * (Short.BYTES + EntryBytes.LARGEST);

  /**
   * The whole member, or nothing if there is none of that path.
   *
   * @throws DecodingException if it is larger than {@code largest} bytes
   * @throws IOException if it cannot be read now
   */
  Optional<byte[]> member(String path, int largest) throws IOException, DecodingException;

  /** The member, which has to be there. */
  default byte[] required(String path, int largest) throws IOException, DecodingException {
    Optional<byte[]> content = member(path, largest);
    if (content.isEmpty()) {
      throw new DecodingException(path, "a member of this name", "none");
    }
    return content.get();
  }

  /**
   * The checkpoint as it was published.
   *
   * @throws DecodingException if there is none, or it is none
   */
  default SignedCheckpoint checkpoint() throws IOException, DecodingException {
    return SignedCheckpoint.parse(required(CHECKPOINT, SignedNote.MAX_BYTES));
  }

  /**
   * The entries of one bundle. Where only the full bundle is served any more, its first ones.
   *
   * @throws DecodingException if it is missing or malformed
   */
  default List<byte[]> entries(TilePath path) throws IOException, DecodingException {
    Optional<byte[]> exact = member(path.path(), LARGEST_BUNDLE);
    if (exact.isPresent()) {
      return decode(path, exact.get(), path.width());
    }
    TilePath full = path.ofWidth(TilePath.FULL);
    Optional<byte[]> wider =
        path.isPartial() ? member(full.path(), LARGEST_BUNDLE) : Optional.empty();
    if (wider.isEmpty()) {
      throw new DecodingException(path.path(), "a member of this name", "none");
    }
    return decode(full, wider.get(), TilePath.FULL).subList(0, path.width());
  }

  private static List<byte[]> decode(TilePath path, byte[] content, int width)
      throws DecodingException {
    try {
      return EntryBundle.decode(content, width);
    } catch (DecodingException e) {
      throw e.within(path.path());
    }
  }

  @Override
  default BoardObject object(Reference reference) throws IOException, DecodingException {
    return BoardObject.of(reference.hash(), required(reference.path(), reference.kind().largest()));
  }
}
