package org.psephos.api.board;

import org.psephos.board.log.BulletinBoard;

/** A board was opened and will stay open. */
public record BoardOpened(String uuid, BulletinBoard board) {}
