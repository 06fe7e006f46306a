package org.psephos.board.note;

import java.util.Collection;
import org.psephos.crypto.codec.DecodingException;

/**
 * A checkpoint as it is published: the note, and what its text says. Reading one does not check its
 * signatures; {@link WitnessPolicy#check} does.
 *
 * @param checkpoint what the text says
 * @param note the text and its signatures
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

  public SignedCheckpoint {
    if (!checkpoint.text().equals(note.text())) {
      throw new IllegalArgumentException("the note is not about this checkpoint");
    }
  }

  /**
   * Reads a published checkpoint.
   *
   * @throws DecodingException if it is not a note, or its text not a checkpoint
   */
  public static SignedCheckpoint parse(byte[] bytes) throws DecodingException {
    SignedNote note = SignedNote.parse(bytes);
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /** The bytes that are stored and served. */
  public byte[] toBytes() {
    return note.toBytes();
  }

  /** The same checkpoint with the lines of witnesses added. */
  public SignedCheckpoint with(Collection<NoteSignature> cosignatures) {
    return new SignedCheckpoint(checkpoint, note.with(cosignatures));
  }
}
