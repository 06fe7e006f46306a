package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.api.access.Caller;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SingleTrustee;
import org.psephos.crypto.trustee.Trustee;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.Trustees;

/**
 * Fixes everything: makes the manifest, then election.json that names it, then Setup. Afterwards
 * the fingerprint pins texts, voters, trustees and rules.
 */
@ApplicationScoped
public class FreezeElection {

  private final Elections elections;
  private final RequireRehearsal rehearsals;
  private final OperatorLog log;

  FreezeElection(Elections elections, RequireRehearsal rehearsals, OperatorLog log) {
    this.elections = elections;
    this.rehearsals = rehearsals;
    this.log = log;
  }

  /**
   * Appends Setup; every trustee's key, a list of credentials and every text in every language must
   * be there.
   */
  public void freeze(String uuid, Caller caller)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    elections.exclusively(
        uuid,
        () -> {
          Elections.require(board, Phase.KEYS);
          Draft draft = elections.draft(uuid);
          MissingTexts.requireNone(draft);
          append(board, draft, rehearsals.require(draft));
          return null;
        });
    log.note(uuid, caller, "freeze");
  }

  private static void append(BulletinBoard board, Draft draft, Rehearsal rehearsal)
      throws RefusedException, StoreUnavailableException {
    BeforeSetup before = BeforeSetup.read(board.reads());
    CredentialsEntry list =
        before
            .lastList()
            .orElseThrow(() -> new RefusedException(Code.WRONG_STATE, "no list of credentials"));
    Trustees trustees = trustees(board, draft, before);
    List<BoardObject> objects = new ArrayList<>();
    SortedMap<String, Digest> texts = texts(draft, objects);
    BoardObject trusteesObject = keep(objects, trustees.encode());
    Manifest manifest =
        new Manifest(
            Optional.empty(),
            list.payload(),
            genesis(board),
            list.registrar(),
            rules(draft, rehearsal, BeforeSetup.list(board, list)),
            texts,
            trusteesObject.hash(),
            Optional.empty());
    BoardObject manifestObject = manifest.encode();
    objects.add(manifestObject);
    Election election = Definitions.election(draft, key(trustees), manifestObject.hash());
    requireSound(trustees, election);
    Digest electionHash = keep(objects, election.encode()).hash();
    SetupData data = new SetupData(electionHash, trusteesObject.hash(), list.payload());
    SetupEntry setup = new SetupEntry(manifestObject.hash(), keep(objects, data.encode()).hash());
    Elections.append(board, List.of(setup), objects);
  }

  /** Those who hold a key alone, then the group that made one together. */
  private static Trustees trustees(BulletinBoard board, Draft draft, BeforeSetup before)
      throws RefusedException, StoreUnavailableException {
    int members = draft.thresholdGroup().map(ThresholdGroup::size).orElse(0);
    List<Trustee> entries = new ArrayList<>();
    for (TrusteeKey key : singles(board, draft, before, draft.trustees().size() - members)) {
      entries.add(new SingleTrustee(key));
    }
    if (members > 0) {
      entries.add(group(board, draft, before));
    }
    return new Trustees(entries);
  }

  private static List<TrusteeKey> singles(
      BulletinBoard board, Draft draft, BeforeSetup before, int count)
      throws RefusedException, StoreUnavailableException {
    Group group = Definitions.group(draft);
    List<TrusteeKey> keys = new ArrayList<>();
    for (int owner = 1; owner <= count; owner++) {
      TrusteeKeyEntry entry = before.lastKeys().get(owner);
      if (entry == null) {
        throw new RefusedException(Code.WRONG_STATE, "trustee " + owner + " has not sent a key");
      }
      keys.add(RegisterTrusteeKey.key(board, entry, group));
    }
    return keys;
  }

  private static PedersenGroup group(BulletinBoard board, Draft draft, BeforeSetup before)
      throws RefusedException, StoreUnavailableException {
    Group group = Definitions.group(draft);
    PedersenGroup finished =
        AttemptRecord.last(before.attempts(board, group))
            .flatMap(attempt -> attempt.finished(draft.uuid(), group))
            .orElseThrow(
                () ->
                    new RefusedException(
                        Code.WRONG_STATE,
                        "the key ceremony of the threshold group is not complete"));
    ThresholdGroup agreed = draft.thresholdGroup().orElseThrow();
    if (finished.size() != agreed.size() || finished.threshold() != agreed.threshold()) {
      throw new RefusedException(
          Code.WRONG_STATE,
          "the key ceremony was for "
              + (finished.threshold() + " of " + finished.size())
              + "; abandon it to begin one for "
              + (agreed.threshold() + " of " + agreed.size()));
    }
    return finished;
  }

  private static PublicKey key(Trustees trustees) throws RefusedException {
    if (trustees.electionKey().isIdentity()) {
      throw new RefusedException(Code.WRONG_SHAPE, "the trustees' keys cancel each other");
    }
    return PublicKey.of(trustees.electionKey());
  }

  private static void requireSound(Trustees trustees, Election election) throws RefusedException {
    for (Finding fault : trustees.inspect(election.publicKey().element()).faults()) {
      throw new RefusedException(Code.WRONG_SHAPE, fault.where() + ": " + fault.expected());
    }
  }

  private static Rules rules(Draft draft, Rehearsal rehearsal, CredentialList list)
      throws RefusedException {
    if (draft.minimumBallots() > list.size()) {
      throw new RefusedException(Code.WRONG_SHAPE, "minimum_ballots is more than all voters");
    }
    return new Rules(
        draft.opens(),
        draft.closes(),
        draft.minimumBallots(),
        rehearsal,
        list.size(),
        list.totalWeight());
  }

  private static SortedMap<String, Digest> texts(Draft draft, List<BoardObject> objects) {
    SortedMap<String, Digest> hashes = new TreeMap<>();
    for (Map.Entry<String, org.psephos.board.entry.TextDefinition> language :
        draft.languages().entrySet()) {
      BoardObject object = language.getValue().encode();
      objects.add(object);
      hashes.put(language.getKey(), object.hash());
    }
    return hashes;
  }

  private static Digest genesis(BulletinBoard board) throws StoreUnavailableException {
    List<EntryBytes> first = board.reads().entries(0, 1);
    return first.get(0).ident();
  }

  private static BoardObject keep(List<BoardObject> objects, byte[] bytes) {
    BoardObject object = BoardObject.of(bytes);
    objects.add(object);
    return object;
  }
}
