package org.psephos.board.store;

import java.io.Closeable;
import java.util.List;
import org.psephos.board.entry.BoardObject;

/**
 * Keeps one board. Small on purpose: it numbers, keeps and gives back, all or nothing, and what it
 * has confirmed survives a crash. Entries and objects are never changed or removed. Safe for use by
 * many threads, and by several processes where the implementation says so.
 *
 * <p>Two kinds of steps change what is numbered. {@link #number} takes submissions in the order in
 * which they came; {@link #exclusively} stops the taking of submissions and appends whatever its
 * caller decides. Both leave one more head.
 */
public interface BoardStore extends BoardReads, Closeable {

  /**
   * Stores an object; returns when it is durable. Storing it again changes nothing.
   *
   * @throws StoreUnavailableException if it is not certain that the object is durable
   */
  void putObject(BoardObject object) throws StoreUnavailableException;

  /**
   * Queues entries with their objects in one step, if the board is at this stage; returns when they
   * are durable. An entry whose ident was submitted before changes nothing. From here on each will
   * be numbered exactly once.
   *
   * @throws StoreUnavailableException if it is not certain; the same submission may come again
   */
  Admission submit(List<Submission> submissions, String stage) throws StoreUnavailableException;

  /**
   * Numbers the oldest pending submissions in one atomic step: entries, hashes and head together.
   * Does nothing when none is pending. When two callers come at once, one waits or fails; never do
   * two heads follow the same head.
   *
   * @param limit at most so many
   * @return the head afterwards
   */
  TreeHead number(int limit, Extending extending) throws StoreUnavailableException;

  /**
   * Runs alone: while it runs no submission is taken and nothing else is numbered, and submissions
   * that were confirmed before are all pending in what it sees or numbered already.
   *
   * @return the head afterwards
   */
  TreeHead exclusively(Deciding deciding) throws StoreUnavailableException;

  /**
   * Publishes a checkpoint. Publishing the same again changes nothing.
   *
   * @throws StoreUnavailableException also if another note is published for that size, or no step
   *     ended there
   */
  void publish(StoredCheckpoint checkpoint) throws StoreUnavailableException;

  @Override
  void close() throws StoreUnavailableException;
}
