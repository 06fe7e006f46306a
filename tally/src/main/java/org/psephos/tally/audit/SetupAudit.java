package org.psephos.tally.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SingleTrustee;
import org.psephos.crypto.trustee.Trustee;
import org.psephos.crypto.trustee.TrusteeKey;

/** Whether the objects of Setup fit together and to what came before on the board. */
record SetupAudit(FollowedBoard board, SetupEntry entry, SetupObjects setup) {

  void require() throws AuditException {
    identity();
    manifest();
    trustees();
    keys();
    uploads();
  }

  private void identity() throws AuditException {
    GenesisEntry genesis = board.genesis();
    AuditException.require(
        setup.election().uuid().value().equals(genesis.uuid())
            && setup.election().group().name().equals(genesis.group()),
        "the definition is of another election or group than entry 0");
    AuditException.require(setup.election().inspectTexts(), "the texts of the definition");
  }

  private void manifest() throws AuditException {
    Manifest manifest = setup.manifest();
    AuditException.require(
        setup.election().manifest().equals(Optional.of(entry.manifest())),
        "the definition does not name the manifest of Setup");
    AuditException.require(
        manifest.genesis().equals(board.genesis().ident()), "the manifest is of another board");
    AuditException.require(
        manifest.credentials().equals(setup.data().credentials()),
        "Setup uses another list of credentials than the manifest pins");
    AuditException.require(
        manifest.trustees().equals(setup.data().trustees()),
        "Setup uses other trustees than the manifest pins");
    AuditException.require(
        manifest.rules().voters() == setup.credentials().size()
            && manifest.rules().weight() == setup.credentials().totalWeight(),
        "the list of credentials has not the length and weight that the manifest pins");
  }

  private void trustees() throws AuditException {
    AuditException.require(
        setup.trustees().inspect(setup.election().publicKey().element()), "the trustees");
  }

  /** Each key in use is the last that its trustee posted, and none that was posted is missing. */
  private void keys() throws AuditException {
    Map<Integer, Digest> posted = new HashMap<>();
    for (Placed<TrusteeKeyEntry> placed : board.all(TrusteeKeyEntry.class)) {
      posted.put(placed.entry().owner(), placed.entry().payload());
    }
    List<TrusteeKey> used = usedKeys();
    for (int owner = 1; owner <= used.size(); owner++) {
      Digest hash = Digest.sha256(used.get(owner - 1).encode());
      AuditException.require(
          hash.equals(posted.remove(owner)),
          "the key of trustee " + owner + " is not the last that this trustee posted");
    }
    AuditException.require(
        posted.isEmpty(), "Setup leaves out the keys of trustees " + posted.keySet());
  }

  private List<TrusteeKey> usedKeys() {
    List<TrusteeKey> keys = new ArrayList<>();
    for (Trustee trustee : setup.trustees().entries()) {
      if (trustee instanceof SingleTrustee single) {
        keys.add(single.key());
      } else if (trustee instanceof PedersenGroup group) {
        keys.addAll(group.verificationKeys());
      }
    }
    return keys;
  }

  private void uploads() throws AuditException {
    List<Placed<CredentialsEntry>> uploads = board.all(CredentialsEntry.class);
    AuditException.require(!uploads.isEmpty(), "no credentials were posted before Setup");
    CredentialsEntry last = uploads.get(uploads.size() - 1).entry();
    AuditException.require(
        last.payload().equals(setup.data().credentials())
            && last.registrar().equals(setup.manifest().registrar())
            && last.count() == setup.credentials().size(),
        "Setup does not use the last list of credentials that the registrar posted");
  }
}
