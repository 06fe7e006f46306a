package org.psephos.api.board;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.psephos.api.storage.Durability;
import org.psephos.api.storage.Privileges;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Whether the database may be trusted with a vote: it keeps what it confirms, and the logins that
 * the service uses cannot change a board.
 */
@ApplicationScoped
public class Safeguards {

  private final javax.sql.DataSource application;
  private final javax.sql.DataSource sequencer;

  Safeguards(
      @DataSource("board") javax.sql.DataSource application,
      @DataSource("sequencer") javax.sql.DataSource sequencer) {
    this.application = application;
    this.sequencer = sequencer;
  }

  /** What is wrong, in words; empty if nothing is. */
  public List<String> faults() throws StoreUnavailableException {
    List<String> faults = new ArrayList<>();
    try (Connection connection = application.getConnection()) {
      faults.addAll(Durability.faults(connection));
      faults.addAll(Privileges.faults(connection, BoardTables.SCHEMA, List.of()));
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database cannot be asked", e);
    }
    try (Connection connection = sequencer.getConnection()) {
      faults.addAll(Durability.faults(connection));
      faults.addAll(
          Privileges.faults(connection, BoardTables.SCHEMA, List.of(BoardTables.PENDING)));
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database cannot be asked", e);
    }
    return List.copyOf(faults);
  }
}
