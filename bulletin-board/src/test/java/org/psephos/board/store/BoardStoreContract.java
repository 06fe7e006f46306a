package org.psephos.board.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.store.Admission.Queued;
import org.psephos.board.store.Admission.WrongStage;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** What every store owes its callers. */
abstract class BoardStoreContract {

  static final String OPEN = "OPEN";

  BoardStore store;

  /** Opens the board of this test, which is the same one each time within a test. */
  abstract BoardStore open(Interruption interruption) throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open(Interruption.NONE);
  }

  @AfterEach
  void closeStore() throws Exception {
    store.close();
  }

  void reopen(Interruption interruption) throws Exception {
    store.close();
    store = open(interruption);
  }

  static EntryBytes entry(String text) {
    return EntryBytes.of(Utf8.encode(text));
  }

  static BoardObject object(String text) {
    return BoardObject.of(Utf8.encode(text));
  }

  static Submission submission(String name) {
    return new Submission(entry(name), List.of(object("object of " + name)));
  }

  static Extension extension(BoardReads reads, TreeHead head, List<EntryBytes> entries)
      throws StoreUnavailableException {
    Frontier before = Frontier.of(head.size(), new StoredNodes(reads));
    assertThat(before.root()).isEqualTo(head.root());
    return Growth.by(entries, before, reads).extension();
  }

  static TreeHead number(BoardStore store, int limit) throws StoreUnavailableException {
    return store.number(limit, standing -> extension(store, standing.head(), standing.pending()));
  }

  /** Appends these entries after everything pending and moves on to the stage. */
  static TreeHead append(BoardStore store, String stage, String... names)
      throws StoreUnavailableException {
    return store.exclusively(
        standing -> {
          List<EntryBytes> entries = new ArrayList<>(standing.pending());
          List<BoardObject> objects = new ArrayList<>();
          for (String name : names) {
            entries.add(entry(name));
            objects.add(object("object of " + name));
          }
          return Optional.of(
              new Deciding.Decision(extension(store, standing.head(), entries), objects, stage));
        });
  }

  TreeHead opened() throws StoreUnavailableException {
    return append(store, OPEN, "genesis");
  }

  List<EntryBytes> all() throws StoreUnavailableException {
    return store.entries(0, Integer.MAX_VALUE);
  }

  /** The head, the leaf hashes and the tile roots are those of the entries that are stored. */
  static void assertConsistent(BoardReads reads) throws StoreUnavailableException {
    List<EntryBytes> entries = reads.entries(0, 1 << 20);
    List<Digest> leaves =
        entries.stream().map(entry -> TreeHash.leaf(entry.toByteArray())).toList();
    NodeTable tree = NodeTable.of(leaves);
    assertThat(reads.head()).isEqualTo(new TreeHead(entries.size(), tree.root()));
    assertThat(reads.hashes(0, 0, 1 << 20)).isEqualTo(leaves);
    List<Digest> tiles = new ArrayList<>();
    for (long tile = 0; tile < entries.size() / 256; tile++) {
      tiles.add(tree.node(8, tile));
    }
    assertThat(reads.hashes(1, 0, 1 << 20)).isEqualTo(tiles);
    assertThat(entries).doesNotHaveDuplicates();
    for (int i = 0; i < entries.size(); i++) {
      assertThat(reads.indexOf(entries.get(i).ident())).hasValue(i);
    }
  }

  @Nested
  class Objects {

    @Test
    void an_object_is_given_back_as_it_was_put() throws Exception {
      BoardObject object = object("some bytes");
      assertThat(store.object(object.hash())).isEmpty();
      store.putObject(object);
      store.putObject(object);
      ObjectContent content = store.object(object.hash()).orElseThrow();
      assertThat(content.length()).isEqualTo(object.length());
      assertThat(content.open().readAllBytes()).isEqualTo(object.toByteArray());
    }

    @Test
    void a_large_object_comes_in_pieces() throws Exception {
      byte[] bytes = new byte[(2 << 20) + 7];
      bytes[bytes.length - 1] = 1;
      store.putObject(BoardObject.of(bytes));
      ObjectContent content = store.object(Digest.sha256(bytes)).orElseThrow();
      assertThat(content.open().readAllBytes()).isEqualTo(bytes);
      assertThat(content.open().read()).isZero();
    }
  }

  @Nested
  class Submitting {

    @Test
    void an_entry_waits_with_its_objects_until_it_is_numbered() throws Exception {
      opened();
      Submission submission = submission("a");
      assertThat(store.submit(List.of(submission), OPEN)).isEqualTo(new Queued(Set.of()));
      assertThat(store.isPending(submission.entry().ident())).isTrue();
      assertThat(store.pending()).isEqualTo(1);
      assertThat(store.object(submission.objects().get(0).hash())).isPresent();
      assertThat(store.indexOf(submission.entry().ident())).isEmpty();

      assertThat(number(store, 10).size()).isEqualTo(2);
      assertThat(store.isPending(submission.entry().ident())).isFalse();
      assertThat(store.pending()).isZero();
      assertThat(store.indexOf(submission.entry().ident())).hasValue(1);
      assertConsistent(store);
    }

    @Test
    void the_same_entry_is_taken_once_before_and_after_it_is_numbered() throws Exception {
      opened();
      Submission submission = submission("a");
      Digest ident = submission.entry().ident();
      store.submit(List.of(submission), OPEN);
      assertThat(store.submit(List.of(submission), OPEN)).isEqualTo(new Queued(Set.of(ident)));
      number(store, 10);
      assertThat(store.submit(List.of(submission, submission("b")), OPEN))
          .isEqualTo(new Queued(Set.of(ident)));
      number(store, 10);
      assertThat(all()).containsExactly(entry("genesis"), entry("a"), entry("b"));
    }

    @Test
    void the_same_entry_twice_in_one_request_is_taken_once() throws Exception {
      opened();
      store.submit(List.of(submission("a"), submission("a")), OPEN);
      assertThat(number(store, 10).size()).isEqualTo(2);
    }

    @Test
    void nothing_is_taken_at_another_stage() throws Exception {
      opened();
      assertThat(store.submit(List.of(submission("a")), "CLOSED")).isEqualTo(new WrongStage(OPEN));
      assertThat(store.pending()).isZero();
      assertThat(store.object(submission("a").objects().get(0).hash())).isEmpty();
    }
  }

  @Nested
  class Numbering {

    @Test
    void a_new_board_is_empty_and_at_no_stage() throws Exception {
      assertThat(store.head()).isEqualTo(TreeHead.EMPTY);
      assertThat(store.stage()).isEmpty();
      assertThat(number(store, 10)).isEqualTo(TreeHead.EMPTY);
      assertThat(all()).isEmpty();
    }

    @Test
    void the_oldest_are_numbered_first_and_no_more_than_asked() throws Exception {
      opened();
      for (String name : List.of("a", "b", "c")) {
        store.submit(List.of(submission(name)), OPEN);
      }
      assertThat(number(store, 2).size()).isEqualTo(3);
      assertThat(all()).containsExactly(entry("genesis"), entry("a"), entry("b"));
      assertThat(number(store, 2).size()).isEqualTo(4);
      assertThat(store.head(3)).isPresent();
      assertThat(store.head(2)).isEmpty();
      assertConsistent(store);
    }

    @Test
    void an_extension_that_is_not_what_is_pending_is_refused_and_changes_nothing()
        throws Exception {
      TreeHead head = opened();
      store.submit(List.of(submission("a"), submission("b")), OPEN);
      Extension other = extension(store, head, List.of(entry("b"), entry("a")));
      assertThatThrownBy(() -> store.number(10, standing -> other))
          .isInstanceOf(IllegalArgumentException.class);
      Extension more = extension(store, head, List.of(entry("a"), entry("b"), entry("c")));
      assertThatThrownBy(() -> store.number(10, standing -> more))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(store.head()).isEqualTo(head);
      assertThat(store.pending()).isEqualTo(2);
    }

    @Test
    void a_step_that_gives_up_changes_nothing() throws Exception {
      TreeHead head = opened();
      store.submit(List.of(submission("a")), OPEN);
      assertThatThrownBy(
              () ->
                  store.number(
                      10,
                      standing -> {
                        throw new StoreUnavailableException("no");
                      }))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("no");
      assertThat(store.head()).isEqualTo(head);
      assertThat(store.pending()).isEqualTo(1);
      assertThat(number(store, 10).size()).isEqualTo(2);
    }

    @Test
    void tiles_are_completed_on_the_way() throws Exception {
      opened();
      for (int from = 0; from < 600; from += 200) {
        List<Submission> many = new ArrayList<>();
        for (int i = from; i < from + 200; i++) {
          many.add(new Submission(entry("entry " + i), List.of()));
        }
        store.submit(many, OPEN);
        number(store, 512);
      }
      assertThat(store.head().size()).isEqualTo(601);
      assertConsistent(store);
      assertThat(store.hashes(1, 1, 10)).hasSize(1);
      assertThat(store.entries(600, 10)).containsExactly(entry("entry 599"));
      assertThat(store.entries(601, 10)).isEmpty();
    }
  }

  @Nested
  class Exclusive {

    @Test
    void what_was_pending_comes_before_what_is_appended() throws Exception {
      opened();
      store.submit(List.of(submission("a")), OPEN);
      append(store, "CLOSED", "end");
      assertThat(all()).containsExactly(entry("genesis"), entry("a"), entry("end"));
      assertThat(store.stage()).isEqualTo("CLOSED");
      assertThat(store.submit(List.of(submission("b")), OPEN)).isEqualTo(new WrongStage("CLOSED"));
      assertThat(store.object(object("object of end").hash())).isPresent();
      assertConsistent(store);
    }

    @Test
    void deciding_for_nothing_changes_nothing() throws Exception {
      TreeHead head = opened();
      store.submit(List.of(submission("a")), OPEN);
      assertThat(store.exclusively(standing -> Optional.empty())).isEqualTo(head);
      assertThat(store.pending()).isEqualTo(1);
      assertThat(store.stage()).isEqualTo(OPEN);
    }

    @Test
    void several_entries_follow_each_other_in_one_step() throws Exception {
      TreeHead head = append(store, OPEN, "a", "b", "c");
      assertThat(head.size()).isEqualTo(3);
      assertThat(store.head(1)).isEmpty();
      assertConsistent(store);
    }

    @Test
    void what_stands_already_is_not_appended_again() throws Exception {
      TreeHead head = opened();
      assertThatThrownBy(() -> append(store, "CLOSED", "genesis"))
          .isInstanceOfAny(IllegalArgumentException.class, StoreUnavailableException.class);
      assertThat(store.head()).isEqualTo(head);
      assertThat(store.stage()).isEqualTo(OPEN);
    }
  }

  @Nested
  class Checkpoints {

    @Test
    void the_first_published_one_that_covers_an_entry_stays_the_first() throws Exception {
      append(store, OPEN, "a", "b");
      append(store, OPEN, "c", "d");
      StoredCheckpoint two = new StoredCheckpoint(2, "two\n");
      StoredCheckpoint four = new StoredCheckpoint(4, "four\n");
      assertThat(store.newestCheckpoint()).isEmpty();
      store.publish(two);
      store.publish(four);
      store.publish(two);
      assertThat(store.newestCheckpoint()).contains(four);
      assertThat(store.firstCheckpointCovering(0)).contains(two);
      assertThat(store.firstCheckpointCovering(1)).contains(two);
      assertThat(store.firstCheckpointCovering(2)).contains(four);
      assertThat(store.firstCheckpointCovering(4)).isEmpty();
    }

    @Test
    void two_notes_of_one_size_are_never_published() throws Exception {
      append(store, OPEN, "a");
      store.publish(new StoredCheckpoint(1, "one\n"));
      assertThatThrownBy(() -> store.publish(new StoredCheckpoint(1, "other\n")))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(store.newestCheckpoint()).contains(new StoredCheckpoint(1, "one\n"));
    }
  }

  @Test
  void a_checkpoint_of_a_size_that_never_was_a_head_is_refused() throws Exception {
    append(store, OPEN, "a", "b");
    for (long size : new long[] {1, 3}) {
      assertThatThrownBy(() -> store.publish(new StoredCheckpoint(size, "note\n")))
          .isInstanceOf(StoreUnavailableException.class);
    }
    store.publish(new StoredCheckpoint(2, "note\n"));
    assertThat(store.newestCheckpoint().orElseThrow().size()).isEqualTo(2);
  }
}
