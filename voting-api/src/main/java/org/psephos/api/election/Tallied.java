package org.psephos.api.election;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.Owned;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;

/**
 * What stands on a board after the ballots.
 *
 * @param partials the trustees' partial decryptions by number
 * @param result the bytes of the result, if there is one
 */
record Tallied(
    SizedTally sized,
    EncryptedTally tally,
    Map<Integer, PartialDecryption> partials,
    Optional<byte[]> result) {

  private static final int PIECE = 128;

  Tallied {
    partials = Map.copyOf(partials);
  }

  /**
   * Reads from the end of the board back to EndBallots.
   *
   * @throws RefusedException if the ballots are not summed yet
   */
  static Tallied read(BulletinBoard board, Election election)
      throws RefusedException, StoreUnavailableException {
    List<BoardEntry> entries = behindBallots(board);
    EncryptedTallyEntry tally =
        entries.stream()
            .filter(EncryptedTallyEntry.class::isInstance)
            .map(EncryptedTallyEntry.class::cast)
            .findFirst()
            .orElseThrow(
                () -> new RefusedException(Code.WRONG_STATE, "the ballots are not summed yet"));
    try {
      return new Reader(board.objects(), election).read(tally, entries);
    } catch (IOException | DecodingException e) {
      throw BeforeSetup.damaged(e);
    }
  }

  private static List<BoardEntry> behindBallots(BulletinBoard board)
      throws StoreUnavailableException {
    Deque<BoardEntry> entries = new ArrayDeque<>();
    long to = board.state().size();
    while (to > 0) {
      long from = Math.max(0, to - PIECE);
      List<EntryBytes> piece = board.reads().entries(from, (int) (to - from));
      for (int i = piece.size() - 1; i >= 0; i--) {
        BoardEntry entry = BeforeSetup.decode(piece.get(i));
        if (entry instanceof EndBallotsEntry) {
          return List.copyOf(entries);
        }
        entries.addFirst(entry);
      }
      to = from;
    }
    return List.of();
  }

  /** Reads the objects that the entries name. */
  private record Reader(ObjectSource objects, Election election) {

    Tallied read(EncryptedTallyEntry entry, List<BoardEntry> entries)
        throws IOException, DecodingException {
      SizedTally sized = SizedTally.decode(bytes(entry.payload(), ObjectKind.SIZED_TALLY));
      EncryptedTally tally =
          EncryptedTally.decode(bytes(sized.encryptedTally(), ObjectKind.TALLY), election);
      Map<Integer, PartialDecryption> partials = new TreeMap<>();
      Optional<byte[]> result = Optional.empty();
      for (BoardEntry later : entries) {
        if (later instanceof PartialDecryptionEntry partial) {
          Owned owned = Owned.decode(bytes(partial.payload(), ObjectKind.OWNED));
          byte[] bytes = bytes(owned.payload(), ObjectKind.PARTIAL_DECRYPTION);
          partials.put(owned.owner(), PartialDecryption.decode(bytes, tally, election.group()));
        } else if (later instanceof ResultEntry end) {
          result = Optional.of(bytes(end.payload(), ObjectKind.RESULT));
        }
      }
      return new Tallied(sized, tally, partials, result);
    }

    private byte[] bytes(Digest hash, ObjectKind kind) throws IOException, DecodingException {
      return objects.object(new Reference(hash, kind)).toByteArray();
    }
  }
}
