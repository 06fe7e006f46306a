package org.psephos.board.store;

class PostgresStoreConcurrencyTest extends BoardStoreConcurrency {

  private final String uuid = TestPostgres.uuid();

  @Override
  BoardStore open() throws Exception {
    return TestPostgres.store(uuid);
  }

  /** A second sequencer, as another process would have it. */
  @Override
  BoardStore another(BoardStore store) throws Exception {
    return TestPostgres.store(uuid);
  }
}
