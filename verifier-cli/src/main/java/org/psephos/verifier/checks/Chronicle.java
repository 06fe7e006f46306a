package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TimedEntry;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.order.Event;
import org.psephos.board.order.Step;
import org.psephos.board.order.Violation;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.History;
import org.psephos.verifier.record.ReadEntry;
import org.psephos.verifier.record.Shelf;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/**
 * Follows the board entry by entry through the state machine, and sorts what is wrong into order
 * and times. It goes on after a fault as far as that makes sense: an entry out of place is left
 * out, a wrong time is replaced by the earliest right one. After a malformed entry, or a Setup that
 * cannot be read, nothing can be said about the order of what follows.
 */
final class Chronicle {

  /** Stands in for the rules of a Setup that cannot be read, to judge the place of Setup alone. */
  private static final Rules UNKNOWN_RULES =
      new Rules(0, 1, 0, new Rehearsal.Waived("unknown"), 1, 1);

  private final Shelf shelf;
  private final Examination order;
  private final Examination times;
  private final History history = new History();
  private BoardState state = BoardState.empty();
  private boolean lost;

  Chronicle(Shelf shelf, Examination order, Examination times) {
    this.shelf = shelf;
    this.order = order;
    this.times = times;
  }

  History history() {
    return history;
  }

  /** How far the last attempt of the threshold key ceremony came. */
  Optional<CeremonyAttempt> attempt() {
    return state.attempt();
  }

  void follow(long index, ReadEntry read) throws IOException {
    order.expect(1);
    if (!(read instanceof ReadEntry.Known known)) {
      lost = true;
      return;
    }
    BoardEntry entry = known.entry();
    history.see(entry.type());
    if (entry instanceof TimedEntry) {
      times.expect(1);
    }
    if (!lost) {
      place(index, entry);
    }
  }

  private void place(long index, BoardEntry entry) throws IOException {
    Optional<Event> event = event(entry);
    if (event.isEmpty()) {
      lost = true;
      history.accept(index, entry);
      return;
    }
    Step step = state.follow(event.get());
    if (step instanceof Violation violation && CorrectedTime.isAboutTime(violation.rule())) {
      times.fail(fault(index, violation));
      step = state.follow(Event.of(CorrectedTime.of((TimedEntry) entry, state)));
    } else if (entry instanceof TimedEntry && step instanceof BoardState) {
      times.pass();
    }
    if (step instanceof BoardState next) {
      advance(index, entry, next);
    } else {
      order.fail(fault(index, (Violation) step));
    }
  }

  private void advance(long index, BoardEntry entry, BoardState next) {
    state = next;
    history.accept(index, entry);
    order.pass();
  }

  /** The entry with what its objects say about its place, or nothing if only Setup can tell. */
  private Optional<Event> event(BoardEntry entry) throws IOException {
    try {
      return Optional.of(Event.read(entry, shelf));
    } catch (DecodingException e) {
      return withoutObjects(entry);
    }
  }

  /**
   * The owner of an object that cannot be read is taken to be one that fits; that the object cannot
   * be read is the business of another check.
   */
  private Optional<Event> withoutObjects(BoardEntry entry) {
    if (entry instanceof PartialDecryptionEntry decryption) {
      return Optional.of(fitting(owner -> Event.of(decryption, owner)));
    }
    if (entry instanceof DecryptionProofEntry proof) {
      return Optional.of(fitting(owner -> Event.of(proof, owner)));
    }
    Event setup = Event.of((SetupEntry) entry, UNKNOWN_RULES, 1);
    return state.follow(setup) instanceof Violation ? Optional.of(setup) : Optional.empty();
  }

  private Event fitting(IntFunction<Event> event) {
    OptionalInt owner =
        IntStream.rangeClosed(1, ReadyEntry.MOST_TRUSTEES)
            .filter(candidate -> state.follow(event.apply(candidate)) instanceof BoardState)
            .findFirst();
    return event.apply(owner.orElse(1));
  }

  private static Fault fault(long index, Violation violation) {
    return new Fault(
        Subject.at("entry", index),
        violation.type().wireName() + ": " + violation.expected(),
        violation.found());
  }
}
