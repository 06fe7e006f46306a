package org.psephos.board.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.store.Interruption.Point;

/** The contract of every store, with the process killed at every point where it may die. */
abstract class BoardStoreCrashContract extends BoardStoreContract {

  /** Stops everything, as a power switch would. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Interruption killAt(Point point) {
    return reached -> {
      if (reached == point) {
        throw new Killed();
      }
    };
  }

  @Nested
  class Crashing {

    @ParameterizedTest
    @EnumSource(
        value = Point.class,
        names = {"BEFORE_OBJECT", "AFTER_OBJECT"})
    void an_object_is_there_whole_or_not_at_all(Point point) throws Exception {
      BoardObject object = object("some bytes");
      reopen(killAt(point));
      assertThatThrownBy(() -> store.putObject(object)).isInstanceOf(Killed.class);
      reopen(Interruption.NONE);
      assertThat(store.object(object.hash()).isPresent()).isEqualTo(point == Point.AFTER_OBJECT);
      store.putObject(object);
      assertThat(store.object(object.hash())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
        value = Point.class,
        names = {"BEFORE_SUBMISSION", "AMID", "AFTER_SUBMISSION"})
    void a_submission_and_its_object_are_there_together_or_not_at_all(Point point)
        throws Exception {
      opened();
      Submission submission = submission("a");
      reopen(killAt(point));
      assertThatThrownBy(() -> store.submit(List.of(submission), OPEN)).isInstanceOf(Killed.class);
      reopen(Interruption.NONE);
      assertThat(store.isPending(submission.entry().ident()))
          .isEqualTo(store.object(submission.objects().get(0).hash()).isPresent())
          .isEqualTo(point == Point.AFTER_SUBMISSION);
      store.submit(List.of(submission), OPEN);
      number(store, 10);
      assertThat(all()).containsExactly(entry("genesis"), entry("a"));
      assertConsistent(store);
    }

    @ParameterizedTest
    @EnumSource(
        value = Point.class,
        names = {"BEFORE_NUMBER", "AMID", "AFTER_NUMBER"})
    void a_batch_is_numbered_whole_or_not_at_all(Point point) throws Exception {
      opened();
      store.submit(List.of(submission("a"), submission("b")), OPEN);
      reopen(killAt(point));
      assertThatThrownBy(() -> number(store, 10)).isInstanceOf(Killed.class);
      reopen(Interruption.NONE);
      boolean done = point == Point.AFTER_NUMBER;
      assertThat(store.head().size()).isEqualTo(done ? 3 : 1);
      assertThat(store.pending()).isEqualTo(done ? 0 : 2);
      assertConsistent(store);
      assertThat(number(store, 10).size()).isEqualTo(3);
      assertConsistent(store);
    }

    @ParameterizedTest
    @EnumSource(
        value = Point.class,
        names = {"BEFORE_NUMBER", "AMID", "AFTER_NUMBER"})
    void an_exclusive_step_is_done_whole_or_not_at_all(Point point) throws Exception {
      opened();
      store.submit(List.of(submission("a")), OPEN);
      reopen(killAt(point));
      assertThatThrownBy(() -> append(store, "CLOSED", "end")).isInstanceOf(Killed.class);
      reopen(Interruption.NONE);
      boolean done = point == Point.AFTER_NUMBER;
      assertThat(store.head().size()).isEqualTo(done ? 3 : 1);
      assertThat(store.stage()).isEqualTo(done ? "CLOSED" : OPEN);
      assertThat(store.object(object("object of end").hash()).isPresent()).isEqualTo(done);
      assertConsistent(store);
    }

    @Test
    void everything_confirmed_is_there_after_a_restart() throws Exception {
      opened();
      store.submit(List.of(submission("a")), OPEN);
      TreeHead head = number(store, 10);
      store.submit(List.of(submission("b")), OPEN);
      store.publish(new StoredCheckpoint(2, "two\n"));
      reopen(Interruption.NONE);
      assertThat(store.head()).isEqualTo(head);
      assertThat(store.stage()).isEqualTo(OPEN);
      assertThat(store.isPending(entry("b").ident())).isTrue();
      assertThat(store.newestCheckpoint()).contains(new StoredCheckpoint(2, "two\n"));
      assertThat(number(store, 10).size()).isEqualTo(3);
      assertConsistent(store);
    }
  }
}
