package org.psephos.api.election;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.group.Group;

/**
 * What stands on a board between Genesis and Setup: every key and every list, and which of them
 * count.
 *
 * @param keys all trustees' keys, in the order of the board
 * @param lists all lists of credentials, in the order of the board
 * @param attempts all entries of the threshold key ceremony, in the order of the board
 * @param setup what ended it, if it is over
 * @param setupIndex its place on the board
 */
public record BeforeSetup(
    List<TrusteeKeyEntry> keys,
    List<CredentialsEntry> lists,
    List<AttemptEntry> attempts,
    Optional<SetupEntry> setup,
    OptionalLong setupIndex) {

  private static final int PIECE = 64;

  public BeforeSetup {
    keys = List.copyOf(keys);
    lists = List.copyOf(lists);
    attempts = List.copyOf(attempts);
  }

  /** Reads from the start of the board up to Setup. */
  public static BeforeSetup read(BoardReads reads) throws StoreUnavailableException {
    List<TrusteeKeyEntry> keys = new ArrayList<>();
    List<CredentialsEntry> lists = new ArrayList<>();
    List<AttemptEntry> attempts = new ArrayList<>();
    for (long from = 0; ; from += PIECE) {
      List<EntryBytes> piece = reads.entries(from, PIECE);
      for (int i = 0; i < piece.size(); i++) {
        BoardEntry entry = decode(piece.get(i));
        if (entry instanceof SetupEntry setup) {
          return new BeforeSetup(
              keys, lists, attempts, Optional.of(setup), OptionalLong.of(from + i));
        } else if (entry instanceof TrusteeKeyEntry key) {
          keys.add(key);
        } else if (entry instanceof CredentialsEntry list) {
          lists.add(list);
        } else if (entry instanceof AttemptEntry attempt) {
          attempts.add(attempt);
        }
      }
      if (piece.size() < PIECE) {
        return new BeforeSetup(keys, lists, attempts, Optional.empty(), OptionalLong.empty());
      }
    }
  }

  /** An entry that this service wrote itself. */
  static BoardEntry decode(EntryBytes bytes) throws StoreUnavailableException {
    try {
      return BoardEntry.decode(bytes);
    } catch (DecodingException e) {
      throw new StoreUnavailableException("an entry on the board is malformed", e);
    }
  }

  /** The key that counts for each trustee: the last one. */
  SortedMap<Integer, TrusteeKeyEntry> lastKeys() {
    SortedMap<Integer, TrusteeKeyEntry> last = new TreeMap<>();
    keys.forEach(key -> last.put(key.owner(), key));
    return last;
  }

  /** The attempts of the threshold key ceremony, the last one last. */
  public List<AttemptRecord> attempts(BulletinBoard board, Group group)
      throws StoreUnavailableException {
    try {
      return AttemptRecord.read(attempts, board.objects(), group);
    } catch (IOException | DecodingException e) {
      throw damaged(e);
    }
  }

  /** The list that counts: the last one. */
  Optional<CredentialsEntry> lastList() {
    return lists.isEmpty() ? Optional.empty() : Optional.of(lists.get(lists.size() - 1));
  }

  /** A list that this service took before. */
  static CredentialList list(BulletinBoard board, CredentialsEntry entry)
      throws StoreUnavailableException {
    try {
      Reference reference = new Reference(entry.payload(), ObjectKind.CREDENTIALS);
      return CredentialList.reread(board.objects().object(reference).toByteArray());
    } catch (IOException | DecodingException e) {
      throw damaged(e);
    }
  }

  /** Wraps what cannot be wrong with objects that this service checked before it stored them. */
  static StoreUnavailableException damaged(Exception e) {
    return e instanceof StoreUnavailableException unavailable
        ? unavailable
        : new StoreUnavailableException(
            e instanceof IOException ? "an object cannot be read" : "an object is malformed", e);
  }
}
