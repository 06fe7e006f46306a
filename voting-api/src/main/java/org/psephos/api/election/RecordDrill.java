package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.api.records.TrusteeDrills;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.decryption.Drill;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Finding;
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
    require(frozen.election(), owner, body);
    drills.add(uuid, owner.number());
    log.note(uuid, trustee, "drill");
  }

  private static void require(Election election, Owner owner, Json.Obj body)
      throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      byte[] partialBytes = fields.required("partial_decryption", Json::toBytes);
      byte[] proofBytes = fields.required("proof", Json::toBytes);
      fields.end();
      PartialDecryption partial =
          PartialDecryption.decode(partialBytes, Drill.sums(election), election.group());
      StrongDecryptionProof proof = StrongDecryptionProof.decode(proofBytes, election.group());
      List<Finding> faults = Drill.inspect(election, owner, partial, proof).faults();
      if (!faults.isEmpty()) {
        throw new RefusedException(Code.BAD_PROOF, faults.get(0).where() + " does not hold");
      }
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }
}
