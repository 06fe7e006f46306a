package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.psephos.api.board.Boards;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.log.Appended;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.order.Violation;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Finds elections and their boards. What an official or a trustee changes in one election is
 * changed one act at a time; one server holds the data directory, so a lock in memory is enough.
 */
@ApplicationScoped
public class Elections {

  /** Something that is done while nobody else changes the election. */
  @FunctionalInterface
  public interface Act<T> {
    T run() throws RefusedException, StoreUnavailableException;
  }

  private final Boards boards;
  private final ElectionRecords records;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  Elections(Boards boards, ElectionRecords records) {
    this.boards = boards;
    this.records = records;
  }

  /**
   * The draft of an election.
   *
   * @throws RefusedException if there is no such election
   */
  public Draft draft(String uuid) throws RefusedException {
    return Draft.stored(records.draft(uuid).orElseThrow(Elections::unknown));
  }

  private static RefusedException unknown() {
    return new RefusedException(Code.NOT_FOUND, "there is no such election");
  }

  /**
   * The board of an election; it has no entries while the election is a draft.
   *
   * @throws RefusedException if there is no such election
   */
  public BulletinBoard board(String uuid) throws RefusedException, StoreUnavailableException {
    if (!boards.isOpen(uuid) && records.draft(uuid).isEmpty()) {
      throw unknown();
    }
    return boards.board(uuid);
  }

  /** How far the election has come. */
  public Phase phase(String uuid) throws RefusedException, StoreUnavailableException {
    return board(uuid).state().phase();
  }

  /** Runs the act while nobody else changes this election. */
  public <T> T exclusively(String uuid, Act<T> act)
      throws RefusedException, StoreUnavailableException {
    ReentrantLock lock = locks.computeIfAbsent(uuid, absent -> new ReentrantLock());
    lock.lock();
    try {
      return act.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Appends to the board.
   *
   * @throws RefusedException if the order of entries does not allow it now
   */
  public static Appended.Done append(
      BulletinBoard board, List<? extends BoardEntry> entries, List<BoardObject> objects)
      throws RefusedException, StoreUnavailableException {
    Appended appended = board.append(entries, objects);
    if (appended instanceof Appended.Refused refused) {
      Violation violation = refused.violation();
      throw new RefusedException(
          Code.WRONG_STATE,
          violation.type().wireName()
              + " is not possible now: expected "
              + (violation.expected() + ", found " + violation.found()));
    }
    return (Appended.Done) appended;
  }

  /** Refuses what is not possible in the phase that the board is in. */
  public static void require(BulletinBoard board, Phase phase) throws RefusedException {
    Phase found = board.state().phase();
    if (found != phase) {
      throw new RefusedException(
          Code.WRONG_STATE, "possible in phase " + phase + "; the election is in " + found);
    }
  }
}
