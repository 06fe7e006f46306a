package org.psephos.tally.audit;

import org.psephos.board.entry.BoardEntry;

/** An entry and its index on the board, from 0. */
public record Placed<E extends BoardEntry>(long index, E entry) {}
