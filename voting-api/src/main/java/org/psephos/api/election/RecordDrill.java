package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.access.Caller;
import org.psephos.api.records.TrusteeDrills;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.decryption.Drill;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.trustee.Owner;

/** Takes a trustee's answer to the drill, which shows that the key is still there and works. */
@ApplicationScoped
public class RecordDrill {

  private final Elections elections;
  private final FrozenElections definitions;
  private final TrusteeDrills drills;
  private final OperatorLog log;

  RecordDrill(
      Elections elections, FrozenElections definitions, TrusteeDrills drills, OperatorLog log) {
    this.elections = elections;
    this.definitions = definitions;
    this.drills = drills;
    this.log = log;
  }

  /** Takes {@code {"partial_decryption","proof"}} and remembers when it came. */
  public void record(String uuid, Caller trustee, Json.Obj body)
      throws RefusedException, StoreUnavailableException {
    Phase phase = elections.phase(uuid);
    if (phase.compareTo(Phase.READY) < 0 || phase.compareTo(Phase.TALLYING) > 0) {
      throw new RefusedException(
          Code.WRONG_STATE,
          "possible from the freezing of the definition to the tally; the election is in " + phase);
    }
    Frozen frozen = definitions.frozen(uuid);
    Owner owner = frozen.trustees().owner(trustee.owner()).orElseThrow();
    Election election = frozen.election();
    DecryptionBody answer = DecryptionBody.read(body, Drill.sums(election), election.group());
    DecryptionBody.require(Drill.inspect(election, owner, answer.partial(), answer.proof()));
    drills.add(uuid, owner.number());
    log.note(uuid, trustee, "drill");
  }
}
