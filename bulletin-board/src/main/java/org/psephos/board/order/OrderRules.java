package org.psephos.board.order;

import java.util.Optional;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.TimedEntry;
import org.psephos.board.order.Violation.Rule;

/** Why an event may not follow, if it may not. The grammar is that of the board's specification. */
final class OrderRules {

  private final Progress progress;

  OrderRules(Progress progress) {
    this.progress = progress;
  }

  Optional<Violation> examine(Event event) {
    Optional<Violation> violation = place(event);
    if (violation.isEmpty() && event.entry() instanceof TimedEntry timed) {
      violation = times(timed);
    }
    return violation.isPresent() ? violation : particulars(event);
  }

  private Optional<Violation> place(Event event) {
    EntryType type = event.entry().type();
    boolean awaited = progress.awaited.isPresent();
    if (awaited && type != EntryType.DECRYPTION_PROOF) {
      return no(Rule.PROOF_MISSING, event, "the proof of the partial decryption", type.wireName());
    }
    if (!Grammar.next(progress.phase).contains(type)) {
      return no(Rule.OUT_OF_ORDER, event, Grammar.next(progress.phase).toString(), type.wireName());
    }
    if (type == EntryType.DECRYPTION_PROOF && !awaited) {
      return no(Rule.OUT_OF_ORDER, event, "a partial decryption just before", "none");
    }
    if (type == EntryType.RESULT && progress.decrypted.isEmpty()) {
      return no(Rule.OUT_OF_ORDER, event, "a partial decryption before", "none");
    }
    if (type == EntryType.ATTESTATION && progress.definition.isEmpty()) {
      return no(Rule.OUT_OF_ORDER, event, "Setup before", "none");
    }
    return Optional.empty();
  }

  private Optional<Violation> times(TimedEntry entry) {
    return entry.time() < progress.time
        ? no(Rule.TIME_DECREASES, entry.type(), "at least " + progress.time, entry.time() + "")
        : Optional.empty();
  }

  private Optional<Violation> particulars(Event event) {
    return switch (event.entry().type()) {
      case CEREMONY -> ceremony(event);
      case SETUP -> no(event, ceremonyRules().setup());
      case READY -> ready(event);
      case OPEN -> open(event, (OpenEntry) event.entry());
      case AMENDMENT -> amendment(event, (AmendmentEntry) event.entry());
      case END_BALLOTS -> end(event, (EndBallotsEntry) event.entry());
      case PARTIAL_DECRYPTION -> decryption(event);
      case DECRYPTION_PROOF -> proof(event);
      default -> Optional.empty();
    };
  }

  /** Keys of trustees on their own and lists of credentials may stand at any time. */
  private Optional<Violation> ceremony(Event event) {
    return event.entry() instanceof AttemptEntry entry
        ? no(event, ceremonyRules().examine(entry))
        : Optional.empty();
  }

  private CeremonyRules ceremonyRules() {
    return new CeremonyRules(progress.attempt);
  }

  private Optional<Violation> no(Event event, Optional<CeremonyRules.Fault> fault) {
    return fault.flatMap(f -> no(f.rule(), event, f.expected(), f.found()));
  }

  private Optional<Violation> ready(Event event) {
    if (event.owner().isEmpty()) {
      return progress.registrarReady
          ? no(Rule.REPEATED, event, "the registrar once", "again")
          : Optional.empty();
    }
    int owner = event.owner().getAsInt();
    if (progress.ready.contains(owner)) {
      return no(Rule.REPEATED, event, "each trustee once", "trustee " + owner + " again");
    }
    return known(event, owner);
  }

  private Optional<Violation> decryption(Event event) {
    int owner = event.owner().orElseThrow();
    if (progress.decrypted.contains(owner)) {
      return no(Rule.REPEATED, event, "each trustee once", "trustee " + owner + " again");
    }
    return known(event, owner);
  }

  private Optional<Violation> known(Event event, int owner) {
    int trustees = definition().trustees();
    return owner >= 1 && owner <= trustees
        ? Optional.empty()
        : no(Rule.UNKNOWN_OWNER, event, "a trustee from 1 to " + trustees, "trustee " + owner);
  }

  private Optional<Violation> proof(Event event) {
    int awaited = progress.awaited.orElseThrow();
    int owner = event.owner().orElseThrow();
    return owner == awaited
        ? Optional.empty()
        : no(Rule.OTHER_OWNER, event, "trustee " + awaited, "trustee " + owner);
  }

  private Optional<Violation> open(Event event, OpenEntry entry) {
    int trustees = definition().trustees();
    if (progress.ready.size() < trustees || !progress.registrarReady) {
      return no(
          Rule.NOT_READY,
          event,
          trustees + " trustees and the registrar ready",
          progress.ready.size()
              + " trustees"
              + (progress.registrarReady ? " and the registrar" : ""));
    }
    long opens = definition().rules().opens();
    return entry.time() < opens
        ? no(Rule.OPENS_EARLY, event, "not before " + opens, entry.time() + "")
        : Optional.empty();
  }

  private Optional<Violation> amendment(Event event, AmendmentEntry entry) {
    return entry.change() instanceof AmendmentEntry.Closes moved
            && moved.closes() <= progress.closes
        ? no(Rule.NOT_LATER, event, "later than " + progress.closes, moved.closes() + "")
        : Optional.empty();
  }

  private Optional<Violation> end(Event event, EndBallotsEntry entry) {
    return entry.time() < progress.closes
        ? no(Rule.CLOSES_EARLY, event, "not before " + progress.closes, entry.time() + "")
        : Optional.empty();
  }

  private Definition definition() {
    return progress.definition.orElseThrow();
  }

  private Optional<Violation> no(Rule rule, Event event, String expected, String found) {
    return no(rule, event.entry().type(), expected, found);
  }

  private Optional<Violation> no(Rule rule, EntryType type, String expected, String found) {
    return Optional.of(new Violation(rule, progress.size, type, expected, found));
  }
}
