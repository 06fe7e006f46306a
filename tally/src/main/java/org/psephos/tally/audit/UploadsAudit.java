package org.psephos.tally.audit;

import java.io.IOException;
import java.util.List;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.ListChange;

/** Whether each of the registrar's lists is as long, and replaces as many codes, as it says. */
record UploadsAudit(FollowedBoard board, CredentialList used, ObjectSource source) {

  void require() throws IOException, AuditException {
    List<Placed<CredentialsEntry>> uploads = board.all(CredentialsEntry.class);
    CredentialList before = null;
    for (int i = 0; i < uploads.size(); i++) {
      CredentialsEntry entry = uploads.get(i).entry();
      CredentialList list = i == uploads.size() - 1 ? used : list(uploads.get(i));
      ListChange change =
          before == null ? ListChange.first(list) : ListChange.between(before, list);
      AuditException.require(
          entry.count() == list.size() && entry.reissued() == change.reissued(),
          "entry "
              + uploads.get(i).index()
              + " says another length, or another number of codes made anew, than its list has");
      before = list;
    }
  }

  private CredentialList list(Placed<CredentialsEntry> upload) throws IOException, AuditException {
    try {
      return CredentialList.reread(
          SetupObjects.object(source, upload.entry().payload(), ObjectKind.CREDENTIALS)
              .toByteArray());
    } catch (DecodingException e) {
      throw AuditException.malformed("the list in entry " + upload.index(), e);
    }
  }
}
