package org.psephos.board.store;

class PostgresStoreTest extends BoardStoreCrashContract {

  private final String uuid = TestPostgres.uuid();

  @Override
  BoardStore open(Interruption interruption) throws Exception {
    return PostgresStore.open(
        TestPostgres.application(), TestPostgres.sequencer(), uuid, interruption);
  }
}
