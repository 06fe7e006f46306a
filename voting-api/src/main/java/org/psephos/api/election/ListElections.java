package org.psephos.api.election;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/** Every election of the installation, for those who run them. */
@ApplicationScoped
public class ListElections {

  private final Elections elections;
  private final ElectionRecords records;

  ListElections(Elections elections, ElectionRecords records) {
    this.elections = elections;
    this.records = records;
  }

  /**
   * One election.
   *
   * @param phase how far it has come; empty if its board cannot be read now
   * @param closes when it closes, as amended; Unix seconds
   */
  public record Listed(Draft draft, Optional<Phase> phase, long closes) {}

  /** All of them, the last one that was begun first. */
  public List<Listed> all() {
    return records.newestFirst().stream().map(Draft::stored).map(this::listed).toList();
  }

  private Listed listed(Draft draft) {
    try {
      var state = elections.board(draft.uuid().value()).state();
      long closes = state.closes() == 0 ? draft.closes() : state.closes();
      return new Listed(draft, Optional.of(state.phase()), closes);
    } catch (StoreUnavailableException | RefusedException e) {
      Log.warnf(e, "election %s is listed without its state", draft.uuid().value());
      return new Listed(draft, Optional.empty(), draft.closes());
    }
  }
}
