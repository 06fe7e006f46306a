package org.psephos.board.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.psephos.board.file.PrivateFile;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.SignedNote;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.proof.CheckReturnValue;

/**
 * The largest head that was ever about to be signed, kept outside the database in a small file that
 * is flushed before the signature is made. A database that was rolled back cannot take it along,
 * and two processes that sign for one log cannot both raise it.
 */
public final class HighWater {

  private final Path file;
  private final String origin;

  HighWater(Path file, String origin) {
    this.file = file;
    this.origin = origin;
  }

  /**
   * Begins the record at size 0. When the record of a running board was lost, only a person who
   * knows the last published checkpoint may decide to call this.
   *
   * @throws IOException if there is a record already
   */
  public void create() throws IOException {
    PrivateFile.writeNew(file, content(TreeHead.EMPTY));
  }

  /**
   * The recorded head.
   *
   * @throws BoardDamagedException if the record is missing or is not one of this origin
   */
  public TreeHead read() throws BoardDamagedException, StoreUnavailableException {
    try {
      Checkpoint recorded =
          Checkpoint.parse(Utf8.decode(PrivateFile.read(file, SignedNote.MAX_BYTES)));
      if (!recorded.origin().equals(origin)) {
        throw new BoardDamagedException(file + " is of another board");
      }
      return new TreeHead(recorded.size(), recorded.root());
    } catch (NoSuchFileException e) {
      throw new BoardDamagedException(file + " is missing", e);
    } catch (DecodingException e) {
      throw new BoardDamagedException(file + " is no high-water record", e);
    } catch (IOException e) {
      throw new StoreUnavailableException(file + " cannot be read", e);
    }
  }

  /**
   * Replaces the expected record by a larger one; returns when that is durable.
   *
   * @return false if the record is not the expected one, because another process was faster
   * @throws StoreUnavailableException if the disk refuses
   */
  @CheckReturnValue
  boolean raise(TreeHead expected, TreeHead next)
      throws BoardDamagedException, StoreUnavailableException {
    if (next.size() <= expected.size()) {
      throw new IllegalArgumentException("the record only grows");
    }
    try (FileChannel channel =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid() || !read().equals(expected)) {
        return false;
      }
      PrivateFile.replace(file, content(next));
      return true;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreUnavailableException(file + " cannot be written", e);
    }
  }

  private byte[] content(TreeHead head) {
    return Utf8.encode(new Checkpoint(origin, head.size(), head.root()).text());
  }
}
