package org.psephos.api.crash;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.psephos.api.storage.DataDirectory;
import org.psephos.api.storage.Database;
import org.psephos.api.storage.DatabaseLogin;
import org.psephos.api.storage.EmbeddedDatabase;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.LogKeys;
import org.psephos.board.store.PostgresStore;

/** What a service leaves that dies right after EndBallots, made while no service runs. */
final class ClosedInBetween {

  private ClosedInBetween() {}

  static void leaveBehind(Path data, String uuid, String origin) throws Exception {
    try (DataDirectory directory = DataDirectory.open(data);
        EmbeddedDatabase server = EmbeddedDatabase.start(directory)) {
      Database database = server.database();
      LogKeys keys = new LogKeys(directory.keys(), new SecureRandom());
      PostgresStore store =
          PostgresStore.open(
              login(database, database.application()), login(database, database.sequencer()), uuid);
      BulletinBoard board =
          BulletinBoard.open(store, keys.open(uuid, origin), keys.highWater(uuid, origin));
      try {
        EndBallotsEntry end = new EndBallotsEntry(Instant.now().getEpochSecond());
        board.append(List.of(end), List.of());
      } finally {
        board.close();
        store.close();
      }
    }
  }

  private static DataSource login(Database database, DatabaseLogin login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser(login.user());
    source.setPassword(login.password());
    return source;
  }
}
