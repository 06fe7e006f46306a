package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;

/** Takes the word of a trustee or of the registrar that Setup holds their own contribution. */
@ApplicationScoped
public class RecordReady {

  private final Elections elections;
  private final FrozenElections definitions;
  private final OperatorLog log;

  RecordReady(Elections elections, FrozenElections definitions, OperatorLog log) {
    this.elections = elections;
    this.definitions = definitions;
    this.log = log;
  }

  /** Takes the canonical bytes of the statement. The same statement again changes nothing. */
  public void record(String uuid, Caller caller, byte[] bytes)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Elections.require(board, Phase.READY);
    Frozen frozen = definitions.frozen(uuid);
    BoardObject object = BoardObject.of(bytes);
    ReadyEntry entry;
    if (caller.role() == Role.TRUSTEE) {
      requireTrustee(board, frozen, caller.owner(), object);
      entry = new TrusteeReadyEntry(caller.owner(), object.hash());
    } else {
      requireRegistrar(board, frozen, object);
      entry = new RegistrarReadyEntry(object.hash());
    }
    elections.exclusively(uuid, () -> Elections.append(board, List.of(entry), List.of(object)));
    log.note(uuid, caller, "ready");
  }

  private static void requireTrustee(
      BulletinBoard board, Frozen frozen, int owner, BoardObject object)
      throws RefusedException, StoreUnavailableException {
    try {
      TrusteeReady ready = TrusteeReady.decode(object, frozen.election().group());
      ReadyContext context = context(board, frozen, ready.size(), ready.root());
      Element key = frozen.trustees().owner(owner).orElseThrow().key();
      if (!ready.holds(context, owner, key)) {
        throw new RefusedException(
            Code.BAD_PROOF, "the proof does not hold under the key of trustee " + owner);
      }
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static void requireRegistrar(BulletinBoard board, Frozen frozen, BoardObject object)
      throws RefusedException, StoreUnavailableException {
    try {
      RegistrarReady ready = RegistrarReady.decode(object);
      ReadyContext context = context(board, frozen, ready.size(), ready.root());
      if (!ready.holds(context, frozen.manifest().registrar())) {
        throw new RefusedException(
            Code.BAD_SIGNATURE, "the signature does not hold under the registrar's key");
      }
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  /** The statement must be about a head of this very board, with Setup under it. */
  private static ReadyContext context(BulletinBoard board, Frozen frozen, long size, Digest root)
      throws RefusedException, StoreUnavailableException {
    long setup = BeforeSetup.read(board.reads()).setupIndex().orElseThrow();
    Optional<TreeHead> head = board.reads().head(size);
    if (size <= setup || !head.equals(Optional.of(new TreeHead(size, root)))) {
      throw new RefusedException(
          Code.BAD_PROOF, "size and root are not those of a head of this board that has Setup");
    }
    return new ReadyContext(frozen.election().group(), frozen.election().fingerprint(), size, root);
  }
}
