package org.psephos.api.board;

/** Where the tables of the boards are in the database. */
final class BoardTables {

  /** Their schema. */
  static final String SCHEMA = "board";

  /** The queue of entries that wait for their number: rows leave it, and no other table. */
  static final String PENDING = "pending";

  private BoardTables() {}
}
