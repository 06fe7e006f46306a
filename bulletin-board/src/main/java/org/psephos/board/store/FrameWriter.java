package org.psephos.board.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.store.Extension.TileRoot;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** Writes the body of one frame of the file store's journal: one or more operations. */
final class FrameWriter {

  static final int OBJECT = 1;
  static final int SUBMISSION = 2;
  static final int EXTENSION = 3;
  static final int CHECKPOINT = 4;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream(512);

  boolean isEmpty() {
    return body.size() == 0;
  }

  void object(BoardObject object) {
    body.write(OBJECT);
    hash(object.hash());
    number(object.length());
    body.writeBytes(object.toByteArray());
  }

  void submission(EntryBytes entry) {
    body.write(SUBMISSION);
    entry(entry);
  }

  /** The first {@code taken} entries are the oldest pending ones; only the others are written. */
  void extension(Extension extension, int taken, String stage) {
    body.write(EXTENSION);
    number(taken);
    number(extension.entries().size() - taken);
    extension.entries().subList(taken, extension.entries().size()).forEach(this::entry);
    extension.leaves().forEach(this::hash);
    number(extension.tiles().size());
    for (TileRoot tile : extension.tiles()) {
      number(tile.level());
      big(tile.index());
      hash(tile.root());
    }
    big(extension.head().size());
    hash(extension.head().root());
    text(stage);
  }

  void checkpoint(StoredCheckpoint checkpoint) {
    body.write(CHECKPOINT);
    big(checkpoint.size());
    text(checkpoint.note());
  }

  byte[] body() {
    return body.toByteArray();
  }

  private void entry(EntryBytes entry) {
    number(entry.length());
    body.writeBytes(entry.toByteArray());
  }

  private void text(String text) {
    byte[] bytes = Utf8.encode(text);
    number(bytes.length);
    body.writeBytes(bytes);
  }

  private void hash(Digest hash) {
    body.writeBytes(hash.toByteArray());
  }

  private void number(int value) {
    body.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  private void big(long value) {
    body.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
