package org.psephos.api.board;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.PostgresStore;
import org.psephos.board.store.StoreUnavailableException;

/** Opens the store of one board in the database, with the two logins that write boards. */
@ApplicationScoped
public class BoardStores {

  private final javax.sql.DataSource application;
  private final javax.sql.DataSource sequencer;

  BoardStores(
      @DataSource("board") javax.sql.DataSource application,
      @DataSource("sequencer") javax.sql.DataSource sequencer) {
    this.application = application;
    this.sequencer = sequencer;
  }

  BoardStore open(String uuid) throws StoreUnavailableException {
    return PostgresStore.open(application, sequencer, uuid);
  }
}
