package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.trustee.TrusteeKey;

/** Puts a trustee's public key on the board; until Setup another one may replace it. */
@ApplicationScoped
public class RegisterTrusteeKey {

  private final Elections elections;
  private final OperatorLog log;

  RegisterTrusteeKey(Elections elections, OperatorLog log) {
    this.elections = elections;
    this.log = log;
  }

  /** Takes the canonical bytes of a key with its proof. The same key again changes nothing. */
  public void register(String uuid, Caller trustee, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Elections.require(board, Phase.KEYS);
    Draft draft = elections.draft(uuid);
    requireAlone(draft, trustee.owner());
    Group group = Definitions.group(draft);
    TrusteeKey key = proven(bytes, group);
    elections.exclusively(
        uuid,
        () -> {
          append(board, trustee.owner(), key, group);
          return null;
        });
    log.note(uuid, trustee, "register a key");
  }

  private static void requireAlone(Draft draft, int owner) throws RefusedException {
    boolean member =
        draft
            .thresholdGroup()
            .map(group -> group.index(owner, draft.trustees().size()).isPresent())
            .orElse(false);
    if (member) {
      throw new RefusedException(
          Code.WRONG_STATE,
          "trustee " + owner + " is in the threshold group, which makes its key in the ceremony");
    }
  }

  private static TrusteeKey proven(byte[] bytes, Group group) throws RefusedException {
    try {
      TrusteeKey key = TrusteeKey.decode(bytes, group);
      if (key.signature().isPresent() || key.name().isPresent()) {
        throw new RefusedException(Code.WRONG_SHAPE, "expected public_key and pok alone");
      }
      if (!key.isProven()) {
        throw new RefusedException(Code.BAD_PROOF, "pok does not hold for public_key");
      }
      return key;
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static void append(BulletinBoard board, int owner, TrusteeKey key, Group group)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(key.encode());
    TrusteeKeyEntry entry = new TrusteeKeyEntry(owner, object.hash());
    BeforeSetup before = BeforeSetup.read(board.reads());
    if (entry.equals(before.lastKeys().get(owner))) {
      return;
    }
    if (before.keys().contains(entry)) {
      throw new RefusedException(Code.WRONG_STATE, "this key was replaced; make a fresh one");
    }
    requireOwn(board, before, owner, key.publicKey(), group);
    Elections.append(board, List.of(entry), List.of(object));
  }

  /** A copied key would fake the number of trustees; a negated one would cancel another. */
  private static void requireOwn(
      BulletinBoard board, BeforeSetup before, int owner, Element key, Group group)
      throws RefusedException, StoreUnavailableException {
    for (Map.Entry<Integer, TrusteeKeyEntry> other : before.lastKeys().entrySet()) {
      Element element = key(board, other.getValue(), group).publicKey();
      if (other.getKey() != owner && (element.equals(key) || element.plus(key).isIdentity())) {
        throw new RefusedException(Code.WRONG_SHAPE, "another trustee has this key");
      }
    }
  }

  static TrusteeKey key(BulletinBoard board, TrusteeKeyEntry entry, Group group)
      throws StoreUnavailableException {
    try {
      Reference reference = new Reference(entry.payload(), ObjectKind.TRUSTEE_KEY);
      return TrusteeKey.decode(board.objects().object(reference).toByteArray(), group);
    } catch (java.io.IOException | DecodingException e) {
      throw BeforeSetup.damaged(e);
    }
  }
}
