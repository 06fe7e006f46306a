package org.psephos.board.bundle;

import java.io.IOException;
import java.util.List;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reachable;
import org.psephos.board.entry.Reference;
import org.psephos.board.tile.TilePath;
import org.psephos.board.tile.TileRows;
import org.psephos.crypto.codec.DecodingException;

/**
 * The one order of the members of a bundle: the checkpoint, then each entry bundle and behind it
 * the objects that its entries are the first to reach.
 */
final class BundleOrder {

  /** Reads the entries of one bundle. */
  interface Entries {
    List<byte[]> of(TilePath bundle) throws IOException, DecodingException;
  }

  /** Takes the members in order. */
  interface Visitor {
    void bundle(TilePath path, List<byte[]> entries) throws IOException, DecodingException;

    void object(Reference reference) throws IOException, DecodingException;
  }

  private BundleOrder() {}

  /** Walks a board of this size. The checkpoint comes before everything visited here. */
  static void walk(long size, Entries entries, ObjectSource objects, Visitor visitor)
      throws IOException, DecodingException {
    Reachable reachable = new Reachable(objects);
    for (TilePath path : TileRows.bundles(size)) {
      List<byte[]> bundle = entries.of(path);
      visitor.bundle(path, bundle);
      for (int i = 0; i < bundle.size(); i++) {
        for (Reference reference : reachable.from(entry(bundle.get(i), path.first() + i))) {
          visitor.object(reference);
        }
      }
    }
  }

  private static BoardEntry entry(byte[] bytes, long index) throws DecodingException {
    try {
      return BoardEntry.decode(EntryBytes.decode(bytes));
    } catch (DecodingException e) {
      throw e.within("entry " + index);
    }
  }
}
