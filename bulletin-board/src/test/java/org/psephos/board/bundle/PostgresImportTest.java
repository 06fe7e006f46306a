package org.psephos.board.bundle;

import org.psephos.board.store.BoardStore;
import org.psephos.board.store.TestPostgres;

class PostgresImportTest extends BundleImportContract {

  private String uuid = TestPostgres.uuid();

  @Override
  BoardStore open() throws Exception {
    return TestPostgres.store(uuid);
  }

  @Override
  void anew() {
    uuid = TestPostgres.uuid();
  }
}
