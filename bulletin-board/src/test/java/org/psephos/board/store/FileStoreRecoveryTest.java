package org.psephos.board.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreRecoveryTest {

  @TempDir Path directory;

  /** What a board confirmed by the time its journal had some length. */
  private record Confirmed(TreeHead head, int pending, boolean published) {}

  private final Map<Integer, Confirmed> confirmed = new TreeMap<>();

  private Path journal() {
    return directory.resolve(Journal.NAME);
  }

  private void note(BoardStore store) throws Exception {
    confirmed.put(
        (int) Files.size(journal()),
        new Confirmed(store.head(), store.pending(), store.newestCheckpoint().isPresent()));
  }

  private byte[] held() throws Exception {
    try (BoardStore store = FileStore.open(directory)) {
      note(store);
      BoardStoreContract.append(store, BoardStoreContract.OPEN, "genesis");
      note(store);
      store.submit(
          List.of(BoardStoreContract.submission("a"), BoardStoreContract.submission("b")),
          BoardStoreContract.OPEN);
      note(store);
      BoardStoreContract.number(store, 1);
      note(store);
      store.publish(new StoredCheckpoint(2, "two\n"));
      note(store);
      BoardStoreContract.append(store, "CLOSED", "end");
      note(store);
    }
    return Files.readAllBytes(journal());
  }

  @Test
  void whatever_the_disk_kept_of_the_end_everything_confirmed_before_is_there() throws Exception {
    byte[] whole = held();
    for (int length = 0; length <= whole.length; length++) {
      Files.write(journal(), Arrays.copyOf(whole, length));
      int reached = length;
      Confirmed last =
          confirmed.entrySet().stream()
              .filter(state -> state.getKey() <= reached)
              .reduce((earlier, later) -> later)
              .orElseThrow()
              .getValue();
      try (BoardStore store = FileStore.open(directory)) {
        assertThat(
                new Confirmed(store.head(), store.pending(), store.newestCheckpoint().isPresent()))
            .as("journal cut at " + length)
            .isEqualTo(last);
        BoardStoreContract.assertConsistent(store);
      }
    }
  }

  @Test
  void what_is_cut_off_is_set_aside() throws Exception {
    byte[] whole = held();
    Files.write(journal(), Arrays.copyOf(whole, whole.length - 3));
    FileStore.open(directory).close();
    try (Stream<Path> files = Files.list(directory)) {
      Path torn =
          files
              .filter(file -> file.getFileName().toString().startsWith("torn-"))
              .findFirst()
              .orElseThrow();
      byte[] kept = Files.readAllBytes(journal());
      assertThat(Files.readAllBytes(torn))
          .isEqualTo(Arrays.copyOfRange(whole, kept.length, whole.length - 3));
    }
  }

  @Test
  void a_changed_byte_never_goes_unnoticed() throws Exception {
    byte[] whole = held();
    Files.write(journal(), whole);
    TreeHead head;
    try (BoardStore store = FileStore.open(directory)) {
      head = store.head();
    }
    for (int at = 0; at < whole.length; at += 7) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(journal(), changed);
      try (BoardStore store = FileStore.open(directory)) {
        assertThat(store.head().size()).isLessThan(head.size());
      }
    }
  }

  @Test
  void a_board_is_open_once() throws Exception {
    try (BoardStore first = FileStore.open(directory)) {
      assertThat(first.head()).isEqualTo(TreeHead.EMPTY);
      assertThatThrownBy(() -> FileStore.open(directory))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("in use");
    }
    FileStore.open(directory).close();
  }
}
