package org.psephos.tally.audit;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;

/** Whether everyone who said to be ready said it, and about this very board. */
record ReadyAudit(AuditedSetup setup, ObjectSource source) {

  void require() throws IOException, AuditException {
    for (Placed<ReadyEntry> placed : setup.board().all(ReadyEntry.class)) {
      try {
        BoardObject object =
            SetupObjects.object(source, placed.entry().payload(), ObjectKind.READY);
        AuditException.require(
            holds(placed, object), "the Ready statement in entry " + placed.index() + " is false");
      } catch (DecodingException e) {
        throw AuditException.malformed("entry " + placed.index(), e);
      }
    }
  }

  private boolean holds(Placed<ReadyEntry> placed, BoardObject object) throws DecodingException {
    if (placed.entry() instanceof TrusteeReadyEntry entry) {
      Optional<Owner> owner = setup.trustees().owner(entry.owner());
      TrusteeReady ready = TrusteeReady.decode(object, setup.election().group());
      return owner.isPresent()
          && isHead(placed, ready.size(), ready.root())
          && ready.holds(context(ready.size(), ready.root()), entry.owner(), owner.get().key());
    }
    RegistrarReady ready = RegistrarReady.decode(object);
    return isHead(placed, ready.size(), ready.root())
        && ready.holds(context(ready.size(), ready.root()), setup.manifest().registrar());
  }

  /** Whether this is a head of this very board, with Setup under it, from before the statement. */
  private boolean isHead(Placed<ReadyEntry> placed, long size, Digest root) {
    return size > setup.index()
        && size <= placed.index()
        && setup.board().isExtensionOf(size, root);
  }

  private ReadyContext context(long size, Digest root) {
    return new ReadyContext(setup.election().group(), setup.fingerprint(), size, root);
  }
}
