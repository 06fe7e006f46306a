package org.psephos.board.order;

/** What comes of one more entry: the state after it, or the rule that it breaks. */
public sealed interface Step permits BoardState, Violation {}
