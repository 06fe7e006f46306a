package org.psephos.board.store;

/** Where bytes stand in the journal. */
record Span(long at, int length) {}
