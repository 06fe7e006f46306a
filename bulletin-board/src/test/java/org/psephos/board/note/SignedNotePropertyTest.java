package org.psephos.board.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.psephos.crypto.codec.DecodingException;

class SignedNotePropertyTest {

  private static final NoteSigner LOG = NoteSigners.log();
  private static final SignedNote NOTE = LOG.sign("first\nsecond\n");

  @Property(tries = 300)
  void noChangedByteLeavesTheNoteAccepted(
      @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] note = NOTE.toBytes();
    assertThat(isAccepted(note)).isTrue();
    note[at % note.length] ^= (byte) change;
    assertThat(isAccepted(note)).isFalse();
  }

  private static boolean isAccepted(byte[] bytes) {
    try {
      return SignedNote.parse(bytes).check(List.of(LOG.key())) instanceof NoteCheck.Accepted;
    } catch (DecodingException e) {
      return false;
    }
  }
}
