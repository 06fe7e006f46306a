package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;

/** The objects behind the EncryptedTally entry. */
final class PublishedTally {

  private PublishedTally() {}

  /** The sized tally, if it is there. */
  static Optional<BoardObject> sized(ElectionRecord record, Placed<EncryptedTallyEntry> entry)
      throws IOException {
    return record.shelf().take(entry.entry().references().get(0));
  }

  /** The tally that the sized tally names, if both can be read so far. */
  static Optional<BoardObject> tally(ElectionRecord record, Placed<EncryptedTallyEntry> entry)
      throws IOException {
    Reference sized = entry.entry().references().get(0);
    Optional<BoardObject> object = record.shelf().take(sized);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    try {
      return record.shelf().take(sized.children(object.get()).get(0));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }
}
