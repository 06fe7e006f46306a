package org.psephos.api.election;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.aggregation.BallotSum;
import org.psephos.tally.selection.Selection;

/**
 * Sums the ballots of a board. They were verified when they were cast; verifiers do it again. Reads
 * every ballot once to learn its credential and those that count once more, on all cores, so that
 * memory does not grow with the ballots themselves.
 */
final class BallotsOnBoard {

  private static final int PIECE = 1024;

  private final BulletinBoard board;
  private final Election election;
  private final CredentialList credentials;

  BallotsOnBoard(BulletinBoard board, Election election, CredentialList credentials) {
    this.board = board;
    this.election = election;
    this.credentials = credentials;
  }

  /** The sum of the ballots that count: the last of each credential. */
  BallotSum sum() throws StoreUnavailableException {
    List<Digest> counting = counting();
    int pieces = (counting.size() + PIECE - 1) / PIECE;
    try {
      BallotSum total = new BallotSum(election);
      IntStream.range(0, pieces)
          .parallel()
          .mapToObj(
              piece ->
                  sum(
                      counting.subList(
                          piece * PIECE, Math.min((piece + 1) * PIECE, counting.size()))))
          .collect(Collectors.toList())
          .forEach(total::merge);
      return total;
    } catch (Unreadable e) {
      throw BeforeSetup.damaged((Exception) e.getCause());
    }
  }

  private List<Digest> counting() throws StoreUnavailableException {
    Selection selection = new Selection();
    Map<Long, Digest> counting = new LinkedHashMap<>();
    long size = board.state().size();
    for (long from = 0; from < size; from += PIECE) {
      List<EntryBytes> piece = board.reads().entries(from, PIECE);
      for (int i = 0; i < piece.size(); i++) {
        if (BeforeSetup.decode(piece.get(i)) instanceof BallotEntry entry) {
          selection.offer(from + i, credential(entry.payload())).ifPresent(counting::remove);
          counting.put(from + i, entry.payload());
        }
      }
    }
    return new ArrayList<>(counting.values());
  }

  private String credential(Digest tracker) throws StoreUnavailableException {
    try {
      return JsonFields.of(JsonParser.parse(bytes(tracker), Limits.OBJECT)).text("credential");
    } catch (IOException | DecodingException e) {
      throw BeforeSetup.damaged(e);
    }
  }

  private BallotSum sum(List<Digest> trackers) {
    BallotSum sum = new BallotSum(election);
    try {
      for (Digest tracker : trackers) {
        Ballot ballot = Ballot.decode(bytes(tracker), election.group());
        sum.add(ballot, credentials.weightOf(ballot.credential().encode()).orElseThrow());
      }
      return sum;
    } catch (IOException | DecodingException e) {
      throw new Unreadable(e);
    }
  }

  private byte[] bytes(Digest tracker) throws IOException, DecodingException {
    return board.objects().object(new Reference(tracker, ObjectKind.BALLOT)).toByteArray();
  }

  /** Carries a failure out of a parallel stream. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(Exception cause) {
      super(cause);
    }
  }
}
