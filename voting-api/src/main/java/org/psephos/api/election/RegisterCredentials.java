package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.api.records.Uploads;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.CredentialReview;
import org.psephos.crypto.credential.ListChange;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.VerifyingKey;

/** Puts the registrar's list of public credentials on the board. */
@ApplicationScoped
public class RegisterCredentials {

  /** The largest list in bytes: a million lines with weights, in the largest group that fits. */
  public static final int LARGEST = 128 << 20;

  /** What came of a list, and when. */
  public record LastUpload(UploadReport report, Instant at) {}

  private final Elections elections;
  private final Uploads uploads;
  private final OperatorLog log;

  RegisterCredentials(Elections elections, Uploads uploads, OperatorLog log) {
    this.elections = elections;
    this.uploads = uploads;
    this.log = log;
  }

  /**
   * Takes a list whole or not at all.
   *
   * @param registrar the registrar's Ed25519 key, which the manifest will pin, in hexadecimal
   * @return what was read, and how it differs from the list before
   */
  public Registration register(String uuid, Caller caller, String registrar, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    RegistrarKey key = key(registrar);
    Registration done = noting(uuid, false, () -> examine(uuid, bytes, Optional.of(key)));
    log.note(
        uuid,
        caller,
        "register " + done.read() + " credentials, " + done.change().reissued() + " made anew");
    return done;
  }

  /**
   * Only looks at a list: everything is checked, and nothing changes.
   *
   * @return what would come of it
   */
  public Registration look(String uuid, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    return noting(uuid, true, () -> examine(uuid, bytes, Optional.empty()));
  }

  /** What came of the last list, whether it was to be taken or only looked at. */
  public Optional<LastUpload> last(String uuid) {
    return uploads
        .last(uuid)
        .map(noted -> new LastUpload(UploadReport.parse(noted.report()), noted.at()));
  }

  /** Keeps for the officials what comes of it. */
  private Registration noting(String uuid, boolean dryRun, Elections.Act<Registration> act)
      throws RefusedException, StoreUnavailableException {
    Elections.require(elections.board(uuid), Phase.KEYS);
    try {
      Registration good = act.run();
      uploads.note(uuid, UploadReport.of(good).text());
      return good;
    } catch (RefusedException e) {
      uploads.note(uuid, UploadReport.of(e, dryRun).text());
      throw e;
    }
  }

  /**
   * Checks a list, and appends it if it is given a key.
   *
   * @param key of the registrar; without it nothing changes
   */
  private Registration examine(String uuid, byte[] bytes, Optional<RegistrarKey> key)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    CredentialList list = read(bytes, elections.draft(uuid));
    ListChange change = elections.exclusively(uuid, () -> take(board, key, list));
    return new Registration(list.size(), list.totalWeight(), change, key.isEmpty());
  }

  private static RegistrarKey key(String hex) throws RefusedException {
    try {
      return new RegistrarKey(VerifyingKey.fromHex(hex).hex());
    } catch (DecodingException e) {
      throw RefusedException.because(e.within("registrar"));
    }
  }

  private static CredentialList read(byte[] bytes, Draft draft) throws RefusedException {
    Group group = Definitions.group(draft);
    try {
      CredentialList list = CredentialList.decode(bytes, group);
      list.requireOwnRules();
      if (list.size() < 1) {
        throw new RefusedException(Code.WRONG_SHAPE, "the list is empty");
      }
      return list;
    } catch (DecodingException e) {
      throw review(bytes, group, e);
    }
  }

  /** Finds every line that is wrong, so that the registrar can mend all of them at once. */
  private static RefusedException review(byte[] bytes, Group group, DecodingException first) {
    CredentialReview review;
    try {
      review = CredentialReview.of(bytes, group);
    } catch (DecodingException e) {
      return RefusedException.because(e);
    }
    if (review.rejected().isEmpty()) {
      return RefusedException.because(first);
    }
    int wrong = review.rejected().size() + review.omitted();
    return new RefusedException(
        Code.WRONG_SHAPE,
        "nothing was taken: " + wrong + " of " + review.read() + " lines are wrong",
        Registration.refused(review));
  }

  private static ListChange take(
      BulletinBoard board, Optional<RegistrarKey> key, CredentialList list)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(list.encode());
    BeforeSetup before = BeforeSetup.read(board.reads());
    Optional<CredentialsEntry> last = before.lastList();
    ListChange change =
        last.isPresent()
            ? ListChange.between(BeforeSetup.list(board, last.get()), list)
            : ListChange.first(list);
    boolean stands = last.isPresent() && isOf(last.get(), object.hash());
    if (!stands && before.lists().stream().anyMatch(earlier -> isOf(earlier, object.hash()))) {
      throw new RefusedException(Code.WRONG_STATE, "this list was replaced; make a fresh one");
    }
    if (key.isPresent() && !(stands && last.get().registrar().equals(key.get()))) {
      CredentialsEntry entry =
          new CredentialsEntry(list.size(), object.hash(), key.get(), change.reissued());
      Elections.append(board, List.of(entry), List.of(object));
    }
    return change;
  }

  private static boolean isOf(CredentialsEntry entry, Digest list) {
    return entry.payload().equals(list);
  }
}
