package org.psephos.board.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.order.CeremonyAttempt.Status;

class CeremonyOrderPropertyTest {

  private static final List<AttemptEntry> WORLD = CeremonyModel.world();
  private static final Event SETUP =
      Event.of(
          new SetupEntry(EntryFixtures.hash("m"), EntryFixtures.hash("s")),
          EntryFixtures.rules(),
          3);

  private final CeremonyModel model = new CeremonyModel();
  private BoardState state =
      (BoardState) BoardState.empty().follow(Event.of(EntryFixtures.genesis(1)));

  @Property(tries = 300)
  void the_rules_allow_what_the_specification_allows(@ForAll long seed) {
    walk(seed);
  }

  @Example
  void the_sequences_tried_complete_attempts_of_every_size() {
    Set<Integer> sizes = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      sizes.addAll(new CeremonyOrderPropertyTest().walk(seed));
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 2, 3);
  }

  /** Adds entry after entry and compares at each; returns the sizes of attempts that completed. */
  private Set<Integer> walk(long seed) {
    Choices choices = new Choices(seed);
    Set<Integer> completed = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      assertAgreed();
      if (model.complete()) {
        completed.add(model.size());
      }
      List<AttemptEntry> allowed = WORLD.stream().filter(model::allows).toList();
      if (allowed.isEmpty()) {
        break; // the third attempt of this world has ended
      }
      add(choice(choices, allowed));
    }
    return completed;
  }

  /** Members mostly go on; an attempt that ended too soon would never show its later steps. */
  private static AttemptEntry choice(Choices choices, List<AttemptEntry> allowed) {
    List<AttemptEntry> going =
        allowed.stream()
            .filter(e -> !(e instanceof AbandonEntry || e instanceof ComplaintEntry))
            .toList();
    boolean ends = going.isEmpty() || choices.below(12) == 0;
    List<AttemptEntry> from = ends ? allowed : going;
    return from.get(choices.below(from.size()));
  }

  private void add(AttemptEntry entry) {
    state = (BoardState) state.follow(Event.of(entry));
    model.add(entry);
  }

  private void assertAgreed() {
    for (AttemptEntry entry : WORLD) {
      assertThat(state.follow(Event.of(entry)) instanceof BoardState)
          .as("%s", entry)
          .isEqualTo(model.allows(entry));
    }
    assertThat(state.follow(SETUP) instanceof BoardState).isEqualTo(model.allowsSetup());
    assertThat(state.attempt().map(CeremonyAttempt::number).orElse(0)).isEqualTo(model.attempt());
    state
        .attempt()
        .ifPresent(
            attempt -> {
              assertThat(attempt.size()).isEqualTo(model.size());
              assertThat(attempt.status() == Status.ENDED).isEqualTo(model.ended());
              assertThat(attempt.status() == Status.COMPLETE).isEqualTo(model.complete());
            });
  }
}
