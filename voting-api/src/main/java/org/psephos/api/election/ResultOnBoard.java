package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.board.store.StoreUnavailableException;

/** The published result, as it stands on the board. */
@ApplicationScoped
public class ResultOnBoard {

  private final Elections elections;
  private final FrozenElections definitions;

  ResultOnBoard(Elections elections, FrozenElections definitions) {
    this.elections = elections;
    this.definitions = definitions;
  }

  /** The version 1 object, byte for byte. */
  public byte[] bytes(String uuid) throws RefusedException, StoreUnavailableException {
    return Tallied.read(elections.board(uuid), definitions.frozen(uuid).election())
        .result()
        .orElseThrow(() -> new RefusedException(Code.WRONG_STATE, "there is no result yet"));
  }
}
