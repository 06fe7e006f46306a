package org.psephos.tally.audit;

import java.io.IOException;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Trustees;

/**
 * The objects that Setup names, each sound in itself; whether they fit together is judged by {@link
 * SetupAudit}.
 */
record SetupObjects(
    SetupData data,
    Election election,
    Manifest manifest,
    Trustees trustees,
    CredentialList credentials) {

  static SetupObjects read(SetupEntry setup, ObjectSource source)
      throws IOException, AuditException {
    try {
      SetupData data = SetupData.decode(bytes(source, setup.payload(), ObjectKind.SETUP_DATA));
      AuditException.require(
          data.credentialsCertificate().isEmpty(), "Setup names a certificate, as ours never do");
      Election election = Election.decode(bytes(source, data.election(), ObjectKind.ELECTION));
      Manifest manifest = Manifest.decode(object(source, setup.manifest(), ObjectKind.MANIFEST));
      Trustees trustees =
          Trustees.decode(bytes(source, data.trustees(), ObjectKind.TRUSTEES), election.group());
      CredentialList credentials =
          CredentialList.decode(
              bytes(source, data.credentials(), ObjectKind.CREDENTIALS), election.group());
      credentials.requireOwnRules();
      return new SetupObjects(data, election, manifest, trustees, credentials);
    } catch (DecodingException e) {
      throw AuditException.malformed("Setup", e);
    }
  }

  static BoardObject object(ObjectSource source, Digest hash, ObjectKind kind)
      throws IOException, DecodingException {
    BoardObject object = source.object(new Reference(hash, kind));
    if (!object.hash().equals(hash)) {
      throw new DecodingException("object/" + hash.hex(), "bytes of that hash", "other bytes");
    }
    return object;
  }

  private static byte[] bytes(ObjectSource source, Digest hash, ObjectKind kind)
      throws IOException, DecodingException {
    return object(source, hash, kind).toByteArray();
  }
}
