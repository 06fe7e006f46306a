package org.psephos.board.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.psephos.board.entry.AttestationEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.EntryType;

class BoardStatePropertyTest {

  private static final Set<EntryType> ANY_NUMBER =
      Set.of(EntryType.CEREMONY, EntryType.BALLOT, EntryType.AMENDMENT, EntryType.ATTESTATION);

  /** The last state, or the first violation. */
  private static Step run(List<Event> events) {
    BoardState state = BoardState.empty();
    for (Event event : events) {
      Step step = state.follow(event);
      if (!(step instanceof BoardState next)) {
        return step;
      }
      state = next;
    }
    return state;
  }

  private static EntryType type(Event event) {
    return event.entry().type();
  }

  @Property
  void an_election_in_order_reaches_its_result(@ForAll long seed) {
    List<Event> events = Sequences.held(seed);
    assertThat(run(events))
        .isInstanceOfSatisfying(
            BoardState.class,
            state -> {
              assertThat(state.phase()).isEqualTo(Phase.RESULT);
              assertThat(state.size()).isEqualTo(events.size());
            });
  }

  @Property
  void an_election_without_one_entry_that_must_stand_is_refused(
      @ForAll long seed, @ForAll @IntRange(max = 40) int place) {
    List<Event> events = new ArrayList<>(Sequences.held(seed));
    int at = place % events.size();
    EntryType removed = type(events.remove(at));
    Assume.that(!ANY_NUMBER.contains(removed));
    Step step = run(events);
    if (removed == EntryType.RESULT) {
      Assume.that(at == events.size());
      assertThat(((BoardState) step).phase()).isEqualTo(Phase.TALLYING);
    } else {
      assertThat(step).isInstanceOf(Violation.class);
    }
  }

  @Property
  void an_entry_that_is_singular_is_refused_the_second_time_wherever_it_comes(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int place,
      @ForAll @IntRange(max = 40) int to) {
    List<Event> events = new ArrayList<>(Sequences.held(seed));
    Event repeated = events.get(place % events.size());
    Assume.that(!ANY_NUMBER.contains(type(repeated)));
    events.add(to % (events.size() + 1), repeated);
    assertThat(run(events)).isInstanceOf(Violation.class);
  }

  @Property
  void two_neighbours_of_different_kinds_cannot_change_places_unless_they_are_of_one_list(
      @ForAll long seed, @ForAll @IntRange(max = 40) int place) {
    List<Event> events = new ArrayList<>(Sequences.held(seed));
    int at = place % (events.size() - 1);
    EntryType left = type(events.get(at));
    EntryType right = type(events.get(at + 1));
    Assume.that(left != right);
    Assume.that(!ANY_NUMBER.contains(left) || !ANY_NUMBER.contains(right));
    Assume.that(left != EntryType.ATTESTATION && right != EntryType.ATTESTATION);
    events.add(at, events.remove(at + 1));
    assertThat(run(events)).isInstanceOf(Violation.class);
  }

  @Property
  void a_cancellation_ends_everything_from_genesis_to_before_the_result(
      @ForAll long seed, @ForAll @IntRange(max = 40) int anywhere) {
    List<Event> events = Sequences.held(seed);
    int place = anywhere % (events.size() + 1);
    List<Event> cancelled = new ArrayList<>(events.subList(0, place));
    cancelled.add(Event.of(Sequences.cancel()));
    Step step = run(cancelled);
    boolean amid = place > 0 && type(events.get(place - 1)) == EntryType.PARTIAL_DECRYPTION;
    boolean over = events.subList(0, place).stream().anyMatch(e -> type(e) == EntryType.RESULT);
    if (place == 0 || amid || over) {
      assertThat(step).isInstanceOf(Violation.class);
      return;
    }
    assertThat(((BoardState) step).phase()).isEqualTo(Phase.CANCELLED);
    assertOnlyAttestationsFollow((BoardState) step, events);
  }

  private static void assertOnlyAttestationsFollow(BoardState cancelled, List<Event> events) {
    for (Event event : events) {
      boolean fine = type(event) == EntryType.ATTESTATION && cancelled.rules().isPresent();
      assertThat(cancelled.follow(event) instanceof BoardState).isEqualTo(fine);
    }
  }

  @Property
  void an_attestation_may_stand_anywhere_after_setup_but_not_before_a_proof(
      @ForAll long seed, @ForAll @IntRange(max = 40) int anywhere) {
    List<Event> events = new ArrayList<>(Sequences.held(seed));
    int place = anywhere % (events.size() + 1);
    List<Event> before = events.subList(0, place);
    boolean setup = before.stream().anyMatch(event -> type(event) == EntryType.SETUP);
    boolean amid = setup && type(events.get(place - 1)) == EntryType.PARTIAL_DECRYPTION;
    events.add(place, Event.of(new AttestationEntry(EntryFixtures.hash("attested"))));
    assertThat(run(events) instanceof BoardState).isEqualTo(setup && !amid);
  }
}
