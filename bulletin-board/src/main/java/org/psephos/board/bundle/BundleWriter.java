package org.psephos.board.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.ObjectContent;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.StoredObjects;
import org.psephos.board.tar.TarWriter;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/**
 * Writes the board at its newest published checkpoint. The same checkpoint always gives the same
 * bytes. Needs little memory whatever the size.
 */
public final class BundleWriter {

  private final BoardReads reads;
  private final ObjectSource objects;

  /** Writes from this store. */
  public BundleWriter(BoardReads reads) {
    this.reads = reads;
    this.objects = new StoredObjects(reads);
  }

  /**
   * Writes the file {@code <uuid>.bundle.tar}; the caller closes the stream.
   *
   * @throws StoreUnavailableException if nothing is published yet, or an object is missing
   */
  public void writeTar(OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out, genesis().time());
    write(tar::member);
  }

  /**
   * Writes the same members as files below a directory.
   *
   * @throws StoreUnavailableException if nothing is published yet, or an object is missing
   */
  public void writeDirectory(Path directory) throws IOException {
    write(
        (path, size, content) -> {
          Path file = directory.resolve(path);
          Files.createDirectories(file.getParent());
          Files.copy(content, file);
        });
  }

  private GenesisEntry genesis() throws IOException {
    List<EntryBytes> first = reads.entries(0, 1);
    try {
      if (!first.isEmpty() && BoardEntry.decode(first.get(0)) instanceof GenesisEntry genesis) {
        return genesis;
      }
      throw new StoreUnavailableException("the board has no Genesis entry");
    } catch (DecodingException e) {
      throw new StoreUnavailableException("entry 0 is malformed", e);
    }
  }

  private void write(BundleSink sink) throws IOException {
    StoredCheckpoint checkpoint =
        reads
            .newestCheckpoint()
            .orElseThrow(() -> new StoreUnavailableException("nothing is published yet"));
    put(sink, BoardSource.CHECKPOINT, Utf8.encode(checkpoint.note()));
    try {
      BundleOrder.walk(
          checkpoint.size(),
          this::entries,
          objects,
          new BundleOrder.Visitor() {
            @Override
            public void bundle(TilePath path, List<byte[]> entries) throws IOException {
              put(sink, path.path(), EntryBundle.encode(entries));
            }

            @Override
            public void object(Reference reference) throws IOException {
              copy(sink, reference);
            }
          });
    } catch (DecodingException e) {
      throw new StoreUnavailableException("the stored board is damaged", e);
    }
  }

  private List<byte[]> entries(TilePath path) throws IOException {
    return reads.entries(path.first(), path.width()).stream().map(EntryBytes::toByteArray).toList();
  }

  private static void put(BundleSink sink, String path, byte[] content) throws IOException {
    sink.member(path, content.length, new ByteArrayInputStream(content));
  }

  private void copy(BundleSink sink, Reference reference) throws IOException {
    ObjectContent content =
        reads
            .object(reference.hash())
            .orElseThrow(() -> new StoreUnavailableException(reference.path() + " is missing"));
    try (InputStream stream = content.open()) {
      sink.member(reference.path(), content.length(), stream);
    }
  }
}
