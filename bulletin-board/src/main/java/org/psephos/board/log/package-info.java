/**
 * Writes a board: takes ballots, appends what administrators do, numbers, signs, publishes and
 * proves.
 *
 * <p>Not here: who may do what, and where it is stored ({@code board.store}). Start with {@link
 * org.psephos.board.log.BulletinBoard}.
 */
package org.psephos.board.log;
