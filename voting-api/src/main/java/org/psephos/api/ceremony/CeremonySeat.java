package org.psephos.api.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import org.psephos.api.access.Caller;
import org.psephos.api.election.Draft;
import org.psephos.api.election.Elections;
import org.psephos.api.election.RefusedException;
import org.psephos.api.election.ThresholdGroup;
import org.psephos.crypto.codec.Json;

/** Tells a trustee which one of all it is. */
@ApplicationScoped
public class CeremonySeat {

  private final Elections elections;

  CeremonySeat(Elections elections) {
    this.elections = elections;
  }

  /**
   * The trustee's number, and for a member of a threshold group its index and the size and
   * threshold of the group.
   */
  public Json.Obj seat(String uuid, Caller trustee) throws RefusedException {
    Draft draft = elections.draft(uuid);
    Json.Builder seat = Json.Obj.with("owner", trustee.owner());
    Optional<ThresholdGroup> group = draft.thresholdGroup();
    OptionalInt index =
        group.isPresent()
            ? group.get().index(trustee.owner(), draft.trustees().size())
            : OptionalInt.empty();
    if (index.isPresent()) {
      seat.and("index", index.getAsInt())
          .and("size", group.get().size())
          .and("threshold", group.get().threshold());
    }
    return seat.build();
  }
}
