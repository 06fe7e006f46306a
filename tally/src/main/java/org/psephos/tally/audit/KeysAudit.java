package org.psephos.tally.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SingleTrustee;
import org.psephos.crypto.trustee.Trustee;
import org.psephos.crypto.trustee.Trustees;

/**
 * Whether the trustees' keys in use are those that the trustees posted, and none that was posted is
 * missing: the last key of each who holds one alone, then the group of the last key ceremony.
 */
record KeysAudit(FollowedBoard board, Election election, Trustees trustees, ObjectSource source) {

  void require() throws IOException, AuditException {
    List<Trustee> entries = trustees.entries();
    int alone = (int) entries.stream().filter(SingleTrustee.class::isInstance).count();
    for (int i = 0; i < alone; i++) {
      AuditException.require(
          entries.get(i) instanceof SingleTrustee, "the threshold group is not the last entry");
    }
    requireKeysAlone(entries.subList(0, alone));
    requireGroup(entries.subList(alone, entries.size()));
  }

  private void requireKeysAlone(List<Trustee> alone) throws AuditException {
    Map<Integer, Digest> posted = new HashMap<>();
    for (Placed<TrusteeKeyEntry> placed : board.all(TrusteeKeyEntry.class)) {
      posted.put(placed.entry().owner(), placed.entry().payload());
    }
    for (int owner = 1; owner <= alone.size(); owner++) {
      byte[] key = ((SingleTrustee) alone.get(owner - 1)).key().encode();
      AuditException.require(
          Digest.sha256(key).equals(posted.remove(owner)),
          "the key of trustee " + owner + " is not the last that this trustee posted");
    }
    AuditException.require(
        posted.isEmpty(), "Setup leaves out the keys of trustees " + posted.keySet());
  }

  private void requireGroup(List<Trustee> groups) throws IOException, AuditException {
    Optional<PedersenGroup> made = lastAttempt();
    AuditException.require(
        groups.size() == (made.isPresent() ? 1 : 0),
        "Setup uses "
            + groups.size()
            + " threshold groups, where the key ceremony made "
            + (made.isPresent() ? 1 : 0));
    AuditException.require(
        made.isEmpty() || groups.get(0).equals(made.get()),
        "the threshold group is not the one that the key ceremony made");
  }

  private Optional<PedersenGroup> lastAttempt() throws IOException, AuditException {
    List<AttemptEntry> entries = board.all(AttemptEntry.class).stream().map(Placed::entry).toList();
    try {
      return AttemptRecord.last(AttemptRecord.read(entries, source, election.group()))
          .flatMap(last -> last.finished(election.uuid(), election.group()));
    } catch (DecodingException e) {
      throw AuditException.malformed("the key ceremony", e);
    }
  }
}
