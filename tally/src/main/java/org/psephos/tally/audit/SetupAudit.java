package org.psephos.tally.audit;

import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.SetupEntry;

/** Whether the objects of Setup fit together and to what came before on the board. */
record SetupAudit(FollowedBoard board, SetupEntry entry, SetupObjects setup) {

  void require() throws AuditException {
    identity();
    manifest();
    trustees();
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
