package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ballot.BallotChecker;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Trustees;

/**
 * Reads frozen definitions from boards and keeps the ones in use in memory: a list of a million
 * credentials takes some 100 MB, so only a few are kept. Thread safe.
 */
@ApplicationScoped
public class FrozenElections {

  private static final int KEPT = 16;

  private final Map<String, Frozen> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Elections elections;

  FrozenElections(Elections elections) {
    this.elections = elections;
  }

  /**
   * The definition of this election.
   *
   * @throws RefusedException if there is no such election, or it is not frozen yet
   */
  public Frozen frozen(String uuid) throws RefusedException, StoreUnavailableException {
    synchronized (kept) {
      Frozen known = kept.get(uuid);
      if (known == null) {
        known = read(elections.board(uuid));
        kept.put(uuid, known);
        forgetOldest();
      }
      return known;
    }
  }

  private void forgetOldest() {
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static Frozen read(BulletinBoard board)
      throws RefusedException, StoreUnavailableException {
    SetupEntry setup =
        BeforeSetup.read(board.reads())
            .setup()
            .orElseThrow(
                () -> new RefusedException(Code.WRONG_STATE, "the definition is not frozen yet"));
    try {
      return read(setup, board.objects());
    } catch (IOException | DecodingException e) {
      throw BeforeSetup.damaged(e);
    }
  }

  private static Frozen read(SetupEntry setup, ObjectSource objects)
      throws IOException, DecodingException {
    SetupData data =
        SetupData.decode(
            objects.object(new Reference(setup.payload(), ObjectKind.SETUP_DATA)).toByteArray());
    Election election = Election.decode(bytes(objects, data.election(), ObjectKind.ELECTION));
    CredentialList credentials =
        CredentialList.reread(bytes(objects, data.credentials(), ObjectKind.CREDENTIALS));
    return new Frozen(
        election,
        Manifest.decode(objects.object(new Reference(setup.manifest(), ObjectKind.MANIFEST))),
        Trustees.decode(bytes(objects, data.trustees(), ObjectKind.TRUSTEES), election.group()),
        credentials,
        new BallotChecker(election, credentials));
  }

  private static byte[] bytes(ObjectSource objects, Digest hash, ObjectKind kind)
      throws IOException, DecodingException {
    return objects.object(new Reference(hash, kind)).toByteArray();
  }
}
