package org.psephos.board.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.hash.Digest;

class RollbackTest {

  @TempDir Path directory;
  private HighWater highWater;

  @BeforeEach
  void begin() throws IOException {
    highWater = new HighWater(directory.resolve("high-water"), EntryFixtures.ORIGIN);
    highWater.create();
  }

  private Path at(String name) {
    return directory.resolve(name);
  }

  private interface Use {
    void board(BulletinBoard board, HeldElection election) throws Exception;
  }

  private TreeHead with(BoardStore store, Use use) throws Exception {
    try (store;
        BulletinBoard board = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater)) {
      use.board(board, new HeldElection(board));
      return store.head();
    }
  }

  private TreeHead with(String name, Use use) throws Exception {
    return with(FileStore.open(at(name)), use);
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectories(at(to));
    Files.copy(at(from).resolve("journal"), at(to).resolve("journal"));
  }

  private void assertRefused(String name, String because) throws Exception {
    try (BoardStore store = FileStore.open(at(name))) {
      StoredCheckpoint before = store.newestCheckpoint().orElseThrow();
      assertThatThrownBy(() -> BulletinBoard.open(store, EntryFixtures.SIGNER, highWater))
          .isInstanceOf(BoardDamagedException.class)
          .hasMessageContaining(because);
      assertThat(store.newestCheckpoint()).contains(before);
    }
  }

  @Test
  void an_old_copy_of_the_store_is_not_signed() throws Exception {
    with("board", (board, election) -> election.beforeOpening());
    copy("board", "old");
    with("board", (board, election) -> election.open());
    assertRefused("old", "high-water");
    with("board", (board, election) -> assertThat(board.damage()).isEmpty());
  }

  @Test
  void another_history_of_the_same_length_is_not_signed() throws Exception {
    with("board", (board, election) -> election.beforeOpening());
    copy("board", "fork");
    TreeHead signed =
        with(
            "board",
            (board, election) -> {
              election.open();
              election.cast("this");
            });
    Path aside = at("aside");
    Files.move(at("high-water"), aside);
    highWater.create();
    assertThat(highWater.raise(TreeHead.EMPTY, new TreeHead(6, headAt("fork", 6)))).isTrue();
    with(
        "fork",
        (board, election) -> {
          election.open();
          election.cast("that");
        });
    Files.delete(at("high-water"));
    Files.move(aside, at("high-water"));
    assertThat(highWater.read()).isEqualTo(signed);
    assertRefused("fork", "another root");
  }

  private Digest headAt(String name, long size) throws Exception {
    try (BoardStore store = FileStore.open(at(name))) {
      return store.head(size).orElseThrow().root();
    }
  }

  @Test
  void a_board_without_its_high_water_record_is_not_signed() throws Exception {
    with("board", (board, election) -> election.beforeOpening());
    Files.delete(at("high-water"));
    assertRefused("board", "missing");
  }

  @Test
  void a_head_that_was_recorded_but_not_published_is_published_after_a_restart() throws Exception {
    with(
        "board",
        (board, election) -> {
          election.beforeOpening();
          election.open();
        });
    BoardStore store = FileStore.open(at("board"));
    BulletinBoard board =
        BulletinBoard.open(refusingToPublish(store), EntryFixtures.SIGNER, highWater);
    board.cast(HeldElection.object("a ballot"), Duration.ofSeconds(2));
    board.close();
    store.close();
    assertThat(highWater.read().size()).isEqualTo(8);

    with(
        "board",
        (again, election) -> {
          assertThat(again.reads().newestCheckpoint().orElseThrow().size()).isEqualTo(8);
          assertThat(again.find(new BallotEntry(HeldElection.object("a ballot").hash()).ident()))
              .isPresent();
        });
  }

  private static BoardStore refusingToPublish(BoardStore store) {
    return (BoardStore)
        Proxy.newProxyInstance(
            BoardStore.class.getClassLoader(),
            new Class<?>[] {BoardStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("publish")
                  && ((StoredCheckpoint) arguments[0]).size() > 7) {
                throw new StoreUnavailableException("the disk is full");
              }
              try {
                return method.invoke(store, arguments);
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void a_changed_entry_in_the_store_is_found_before_anything_is_signed() throws Exception {
    with(
        "board",
        (board, election) -> {
          election.beforeOpening();
          election.open();
          election.cast("a ballot");
        });
    try (BoardStore store = FileStore.open(at("board"))) {
      BoardStore lying =
          (BoardStore)
              Proxy.newProxyInstance(
                  BoardStore.class.getClassLoader(),
                  new Class<?>[] {BoardStore.class},
                  (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    if (method.getName().equals("entries")
                        && answer instanceof List<?> entries
                        && entries.size() == 8) {
                      List<Object> changed = new java.util.ArrayList<>(entries);
                      changed.set(7, new BallotEntry(Digest.sha256("other")).encode());
                      return changed;
                    }
                    return answer;
                  });
      assertThatThrownBy(() -> BulletinBoard.open(lying, EntryFixtures.SIGNER, highWater))
          .isInstanceOf(BoardDamagedException.class)
          .hasMessageContaining("leaf hashes");
    }
  }
}
