package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.ListChange;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/**
 * The registrar's uploads: the last one is used, each is as long as it says and replaces as many
 * codes as it says.
 */
record Uploads(
    ElectionRecord record, List<Placed<CredentialsEntry>> uploads, Examination examination) {

  void compare() throws IOException {
    examination.expect(2);
    if (uploads.isEmpty()) {
      examination.fail(new Fault(Subject.of("credentials"), "an upload before Setup", "none"));
      return;
    }
    int last = uploads.size() - 1;
    used(uploads.get(last));
    examination.expect(2L * uploads.size());
    Optional<CredentialList> before = Optional.empty();
    for (Placed<CredentialsEntry> replaced : uploads.subList(0, last)) {
      Optional<CredentialList> list = replaced(replaced);
      compare(replaced, before, list);
      before = list;
    }
    record.credentials().get().ifPresent(list -> count(uploads.get(last), list));
    compare(uploads.get(last), before, record.credentials().get());
  }

  /** The number of codes made anew is the one that the list and the one before it give. */
  private void compare(
      Placed<CredentialsEntry> upload,
      Optional<CredentialList> before,
      Optional<CredentialList> list) {
    boolean first = upload.index() == uploads.get(0).index();
    if (list.isPresent() && (first || before.isPresent())) {
      long reissued = first ? 0 : ListChange.between(before.get(), list.get()).reissued();
      examination.match(
          subject(upload), "codes made anew:", "" + reissued, "" + upload.entry().reissued());
    }
  }

  private void used(Placed<CredentialsEntry> upload) {
    Subject subject = subject(upload);
    record
        .setup()
        .get()
        .ifPresent(
            setup ->
                examination.match(
                    subject,
                    "the list that Setup uses,",
                    setup.credentials().hex(),
                    upload.entry().payload().hex()));
    record
        .manifest()
        .get()
        .ifPresent(
            manifest ->
                examination.match(
                    subject,
                    "the registrar of the manifest,",
                    manifest.registrar().hex(),
                    upload.entry().registrar().hex()));
  }

  /** A list that a later upload replaced: nobody votes with it, but it must be what it says. */
  private Optional<CredentialList> replaced(Placed<CredentialsEntry> upload) throws IOException {
    Reference reference = new Reference(upload.entry().payload(), ObjectKind.CREDENTIALS);
    Optional<BoardObject> object = record.shelf().take(reference);
    if (object.isPresent()) {
      try {
        CredentialList list = CredentialList.reread(object.get().toByteArray());
        count(upload, list);
        return Optional.of(list);
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject(upload), e));
      }
    }
    return Optional.empty();
  }

  private void count(Placed<CredentialsEntry> upload, CredentialList list) {
    examination.match(subject(upload), "a count of", "" + list.size(), "" + upload.entry().count());
  }

  private static Subject subject(Placed<CredentialsEntry> upload) {
    return Subject.at("credentials", upload.index(), upload.entry().payload());
  }
}
