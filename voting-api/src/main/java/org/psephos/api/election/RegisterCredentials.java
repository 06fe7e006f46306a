package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.signature.VerifyingKey;

/** Puts the registrar's list of public credentials on the board. */
@ApplicationScoped
public class RegisterCredentials {

  /** The largest list in bytes: a million lines with weights, in the largest group that fits. */
  public static final int LARGEST = 128 << 20;

  private final Elections elections;
  private final OperatorLog log;

  RegisterCredentials(Elections elections, OperatorLog log) {
    this.elections = elections;
    this.log = log;
  }

  /**
   * Takes a list whole or not at all.
   *
   * @param registrar the registrar's Ed25519 key, which the manifest will pin, in hexadecimal
   * @return the list as it was read
   */
  public CredentialList register(String uuid, Caller caller, String registrar, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Elections.require(board, Phase.KEYS);
    RegistrarKey key = key(registrar);
    CredentialList list = read(bytes, elections.draft(uuid));
    elections.exclusively(
        uuid,
        () -> {
          append(board, key, list);
          return null;
        });
    log.note(uuid, caller, "register " + list.size() + " credentials");
    return list;
  }

  private static RegistrarKey key(String hex) throws RefusedException {
    try {
      return new RegistrarKey(VerifyingKey.fromHex(hex).hex());
    } catch (DecodingException e) {
      throw RefusedException.because(e.within("registrar"));
    }
  }

  private static CredentialList read(byte[] bytes, Draft draft) throws RefusedException {
    try {
      CredentialList list = CredentialList.decode(bytes, Definitions.group(draft));
      list.requireOwnRules();
      if (list.size() < 1) {
        throw new RefusedException(Code.WRONG_SHAPE, "the list is empty");
      }
      return list;
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static void append(BulletinBoard board, RegistrarKey key, CredentialList list)
      throws RefusedException, StoreUnavailableException {
    BoardObject object = BoardObject.of(list.encode());
    CredentialsEntry entry = new CredentialsEntry(list.size(), object.hash(), key, 0);
    Ceremony ceremony = Ceremony.read(board.reads());
    if (Optional.of(entry).equals(ceremony.lastList())) {
      return;
    }
    if (ceremony.lists().contains(entry)) {
      throw new RefusedException(Code.WRONG_STATE, "this list was replaced; make a fresh one");
    }
    Elections.append(board, List.of(entry), List.of(object));
  }
}
