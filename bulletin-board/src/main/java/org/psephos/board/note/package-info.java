/**
 * Signed notes, the checkpoints in them, the cosignatures of witnesses and the policy that says
 * whose signatures are enough (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy).
 *
 * <p>Not here: talking to witnesses, and keeping keys. Start with {@link
 * org.psephos.board.note.SignedCheckpoint}.
 */
package org.psephos.board.note;
