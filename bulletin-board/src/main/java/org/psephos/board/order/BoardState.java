package org.psephos.board.order;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CeremonyEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.TimedEntry;

/**
 * The state of an election as its board tells it. Immutable; {@link #follow} is a pure function, so
 * that the service that appends and the verifier that reads cannot disagree.
 *
 * <p>Not judged here: whether two ballots are the same, which trustees suffice, and anything that
 * takes a proof, a signature or a sum; so whether a complaint is proven, either.
 */
public final class BoardState implements Step {

  private static final BoardState EMPTY = new BoardState(new Progress());

  private final Progress progress;

  private BoardState(Progress progress) {
    this.progress = progress;
  }

  /** The state of a board without entries. */
  public static BoardState empty() {
    return EMPTY;
  }

  /** The state after one more entry, or the first rule that it breaks. */
  public Step follow(Event event) {
    Optional<Violation> violation = new OrderRules(progress).examine(event);
    return violation.isPresent()
        ? violation.get()
        : new BoardState(progress.but(next -> advance(next, event)));
  }

  private static void advance(Progress next, Event event) {
    BoardEntry entry = event.entry();
    next.size++;
    if (entry instanceof TimedEntry timed) {
      next.time = timed.time();
    }
    switch (entry.type()) {
      case GENESIS -> {
        next.genesis = Optional.of((GenesisEntry) entry);
        next.phase = Phase.KEYS;
      }
      case SETUP -> setUp(next, event.definition().orElseThrow());
      case READY -> ready(next, event.owner());
      case OPEN -> next.phase = Phase.OPEN;
      case BALLOT -> next.ballots++;
      case AMENDMENT -> amend(next, (AmendmentEntry) entry);
      case END_BALLOTS -> next.phase = Phase.CLOSED;
      case ENCRYPTED_TALLY -> next.phase = Phase.TALLYING;
      case PARTIAL_DECRYPTION -> next.awaited = event.owner();
      case DECRYPTION_PROOF -> {
        next.decrypted = Progress.plus(next.decrypted, event.owner().orElseThrow());
        next.awaited = OptionalInt.empty();
      }
      case RESULT -> next.phase = Phase.RESULT;
      case CANCEL -> next.phase = Phase.CANCELLED;
      case CEREMONY -> ceremony(next, (CeremonyEntry) entry);
      case ATTESTATION -> {}
    }
  }

  private static void ceremony(Progress next, CeremonyEntry entry) {
    if (entry instanceof AttemptEntry of) {
      boolean begins = next.attempt.map(CeremonyAttempt::number).orElse(0) < of.attempt();
      next.attempt =
          Optional.of(
              begins
                  ? CeremonyAttempt.begun((CertificateEntry) of)
                  : next.attempt.orElseThrow().after(of));
    }
  }

  private static void setUp(Progress next, Definition definition) {
    next.definition = Optional.of(definition);
    next.closes = definition.rules().closes();
    next.phase = Phase.READY;
  }

  private static void ready(Progress next, OptionalInt owner) {
    if (owner.isPresent()) {
      next.ready = Progress.plus(next.ready, owner.getAsInt());
    } else {
      next.registrarReady = true;
    }
  }

  private static void amend(Progress next, AmendmentEntry entry) {
    if (entry.change() instanceof AmendmentEntry.Closes later) {
      next.closes = later.closes();
    }
  }

  public Phase phase() {
    return progress.phase;
  }

  /** The number of entries so far. */
  public long size() {
    return progress.size;
  }

  /** The number of ballots so far, replaced ones included. */
  public long ballots() {
    return progress.ballots;
  }

  /** The latest time that any entry gave, in Unix seconds; 0 on an empty board. */
  public long time() {
    return progress.time;
  }

  /** Entry 0. */
  public Optional<GenesisEntry> genesis() {
    return progress.genesis;
  }

  /** The last attempt of the threshold key ceremony, if there was any; after Setup, too. */
  public Optional<CeremonyAttempt> attempt() {
    return progress.attempt;
  }

  /** The rules that Setup fixed; the closing time in them may have been amended. */
  public Optional<Rules> rules() {
    return progress.definition.map(Definition::rules);
  }

  /** The number of trustees that Setup fixed, 0 before. */
  public int trustees() {
    return progress.definition.map(Definition::trustees).orElse(0);
  }

  /** The closing time as amended, in Unix seconds; 0 before Setup. */
  public long closes() {
    return progress.closes;
  }

  /** The trustees that said they are ready. */
  public Set<Integer> ready() {
    return progress.ready;
  }

  public boolean registrarReady() {
    return progress.registrarReady;
  }

  /** Whether Setup stands and everyone with a secret is ready. */
  public boolean allReady() {
    return progress.registrarReady && progress.definition.isPresent() && missing().isEmpty();
  }

  /** The trustees that are not ready yet, in order; none before Setup. */
  public Set<Integer> missing() {
    Set<Integer> missing = new TreeSet<>();
    for (int owner = 1; owner <= trustees(); owner++) {
      if (!progress.ready.contains(owner)) {
        missing.add(owner);
      }
    }
    return missing;
  }

  /** The trustees whose partial decryption and proof stand. */
  public Set<Integer> decrypted() {
    return progress.decrypted;
  }
}
