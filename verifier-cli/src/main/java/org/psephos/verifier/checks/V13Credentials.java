package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.group.Group;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The list of credentials: members of the group, in order, each once, with sound weights. */
final class V13Credentials implements Check {

  @Override
  public CheckId id() {
    return CheckId.V13;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    if (Absent.history(record).the(SetupEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    if (record.election().get().isEmpty()) {
      return Absent.refused(1, "the election definition");
    }
    Reference reference =
        new Reference(record.setup().get().orElseThrow().credentials(), ObjectKind.CREDENTIALS);
    Optional<BoardObject> object = record.shelf().take(reference);
    return object.isPresent()
        ? examine(object.get(), record.election().get().get().group(), record)
        : Absent.refused(1, "the list of credentials");
  }

  private static Finding examine(BoardObject object, Group group, ElectionRecord record) {
    Subject subject = Subject.of("credentials", object.hash());
    try {
      CredentialList list = CredentialList.decode(object.toByteArray(), group);
      list.requireOwnRules();
      if (list.size() == 0) {
        throw new DecodingException("", "at least one credential", "none");
      }
      record.credentials().accept(list);
      return new Finding.Passed(list.size());
    } catch (DecodingException e) {
      return new Finding.Failed(1, 0, List.of(Fault.of(subject, e)), 0);
    }
  }
}
