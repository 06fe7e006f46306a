package org.psephos.board.entry;

/**
 * An administrative entry that says when it was made: the operator's word, in Unix seconds, 0 to
 * 2^53 − 1, unless witnesses cosigned near it.
 */
public sealed interface TimedEntry extends BoardEntry
    permits GenesisEntry, OpenEntry, EndBallotsEntry, AmendmentEntry, CancelEntry {

  long time();
}
