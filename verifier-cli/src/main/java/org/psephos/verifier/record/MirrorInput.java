package org.psephos.verifier.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.Reference;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.SignedNote;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.report.Examination;

/** Reads a board file by file. */
public final class MirrorInput implements BoardInput {

  private static final int LARGEST_BUNDLE = TilePath.FULL * (2 + EntryBytes.LARGEST);

  private final Mirror mirror;

  public MirrorInput(Mirror mirror) {
    this.mirror = mirror;
  }

  @Override
  public SignedCheckpoint checkpoint() throws IOException, DecodingException {
    return SignedCheckpoint.parse(required("checkpoint", SignedNote.MAX_BYTES));
  }

  @Override
  public List<byte[]> entries(TilePath path) throws IOException, DecodingException {
    Optional<byte[]> exact = mirror.read(path.path(), LARGEST_BUNDLE);
    if (exact.isPresent() || !path.isPartial()) {
      return EntryBundle.decode(required(path.path(), exact), path.width());
    }
    // A board that has grown may have replaced the partial bundle by the full one.
    TilePath full = path.ofWidth(TilePath.FULL);
    byte[] wider = required(path.path(), mirror.read(full.path(), LARGEST_BUNDLE));
    return EntryBundle.decode(wider, TilePath.FULL).subList(0, path.width());
  }

  @Override
  public BoardObject object(Reference reference) throws IOException, DecodingException {
    return BoardObject.of(reference.hash(), required(reference.path(), reference.kind().largest()));
  }

  @Override
  public Optional<Examination> form() {
    return Optional.empty();
  }

  private byte[] required(String path, int largest) throws IOException, DecodingException {
    return required(path, mirror.read(path, largest));
  }

  private static byte[] required(String path, Optional<byte[]> content) throws DecodingException {
    if (content.isEmpty()) {
      throw new DecodingException(path, "a file", "nothing");
    }
    return content.get();
  }

  @Override
  public void close() throws IOException {
    mirror.close();
  }
}
