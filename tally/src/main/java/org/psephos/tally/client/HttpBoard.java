package org.psephos.tally.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.Reference;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.SignedNote;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.audit.PublishedBoard;

/**
 * A board as a service publishes it. What does not answer is asked again a few times; an {@link
 * IOException} then has a {@link ServiceException} as its cause.
 */
public final class HttpBoard implements PublishedBoard {

  private static final int LARGEST_BUNDLE = TilePath.FULL * (2 + EntryBytes.LARGEST);
  private static final int NOT_FOUND = 404;

  private final ServiceClient client;
  private final String uuid;
  private final Duration pause;
  private final int tries;

  public HttpBoard(ServiceClient client, String uuid) {
    this(client, uuid, Duration.ofSeconds(1), 5);
  }

  HttpBoard(ServiceClient client, String uuid, Duration pause, int tries) {
    this.client = client;
    this.uuid = uuid;
    this.pause = pause;
    this.tries = tries;
  }

  @Override
  public SignedCheckpoint checkpoint() throws IOException, DecodingException {
    return SignedCheckpoint.parse(read("checkpoint", SignedNote.MAX_BYTES));
  }

  @Override
  public List<byte[]> entries(TilePath path) throws IOException, DecodingException {
    return EntryBundle.decode(read(path.path(), LARGEST_BUNDLE), path.width());
  }

  @Override
  public BoardObject object(Reference reference) throws IOException, DecodingException {
    return BoardObject.of(reference.hash(), read(reference.path(), reference.kind().largest()));
  }

  private byte[] read(String member, int largest) throws IOException, DecodingException {
    for (int attempt = 1; ; attempt++) {
      try {
        return client.get(ElectionPaths.board(uuid, member), largest).bytes();
      } catch (ServiceException e) {
        if (e.status() == NOT_FOUND) {
          throw new DecodingException(member, "something on the board", "nothing");
        }
        if (attempt >= tries || !e.mayRetry()) {
          throw new IOException(e.getMessage(), e);
        }
        rest();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private void rest() throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("reading the board was interrupted", e);
  }
}
