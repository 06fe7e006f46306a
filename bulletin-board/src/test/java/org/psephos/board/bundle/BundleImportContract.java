package org.psephos.board.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.Reference;
import org.psephos.board.log.HeldElection;
import org.psephos.board.log.HeldElection.Kept;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.order.Phase;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/** What a board that was taken in owes the board that it came from, in every kind of store. */
abstract class BundleImportContract {

  private static final int BALLOTS = 300;

  @TempDir static Path shared;
  @TempDir Path directory;

  private static byte[] held;

  /** Opens the store of this test, the same one each time within a test; empty at first. */
  abstract BoardStore open() throws Exception;

  /** Forgets that store: the next one is empty. */
  abstract void anew();

  @BeforeEach
  void holdOnce() throws Exception {
    if (held == null) {
      try (Kept kept = HeldElection.keep(shared.resolve("origin"))) {
        kept.election().hold(HeldElection.ballots(BALLOTS));
        held = bundle(kept.store());
      }
    }
  }

  private static byte[] bundle(BoardStore store) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BundleWriter(store).writeTar(out);
    return out.toByteArray();
  }

  private BundleFile file(byte[] bundle) throws Exception {
    return BundleFile.open(Files.write(directory.resolve("b.tar"), bundle));
  }

  @Test
  void givesTheSameBundleAgain() throws Exception {
    try (BundleFile source = file(held);
        BoardStore store = open()) {
      Checkpoint taken = BundleImport.into(store, source);
      assertThat(store.head()).isEqualTo(new TreeHead(taken.size(), taken.root()));
      assertThat(store.stage()).isEqualTo(Phase.RESULT.name());
      assertThat(bundle(store)).isEqualTo(held);
      assertThat(BundleImport.into(store, source)).as("again, nothing changes").isEqualTo(taken);
      assertThat(bundle(store)).isEqualTo(held);
    }
  }

  @Test
  void isABoardThatItsOwnerCanOpen() throws Exception {
    BoardStore store = open();
    try (BundleFile source = file(held)) {
      Checkpoint taken = BundleImport.into(store, source);
      try (Kept kept = HeldElection.over(store, directory)) {
        assertThat(kept.board().state().phase()).isEqualTo(Phase.RESULT);
        assertThat(kept.board().state().size()).isEqualTo(taken.size());
      }
    }
  }

  @Test
  void goesOnWhereItWasInterrupted() throws Exception {
    try (BundleFile source = file(held);
        BoardStore store = open()) {
      assertThatThrownBy(() -> BundleImport.into(store, new Breaking(source, 2 * BALLOTS)))
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
      assertThat(store.head().size()).as("a part was stored").isPositive();
      assertThat(store.newestCheckpoint()).as("and nothing published").isEmpty();
      BundleImport.into(store, source);
      assertThat(bundle(store)).isEqualTo(held);
    }
  }

  @Test
  void leavesAStoreWithAnotherBoardAlone() throws Exception {
    byte[] other;
    try (Kept kept = HeldElection.keep(directory.resolve("other"))) {
      kept.election().hold(List.of(HeldElection.ballots(BALLOTS + 1).get(BALLOTS)));
      other = bundle(kept.store());
    }
    try (BundleFile source = file(held);
        BoardStore store = open()) {
      BundleImport.into(store, source);
      try (BundleFile foreign =
          BundleFile.open(Files.write(directory.resolve("other.tar"), other))) {
        assertThatThrownBy(() -> BundleImport.into(store, foreign))
            .isInstanceOf(DecodingException.class)
            .hasMessageContaining("store");
      }
      assertThat(bundle(store)).isEqualTo(held);
    }
  }

  @Test
  void takesNothingOfABoardThatIsNotSound() throws Exception {
    byte[] mine = held.clone();
    int object = indexOf(mine, "a list of credentials");
    mine[object] ^= 1;
    refuses(mine, "object/");
    byte[] entry = held.clone();
    entry[indexOf(entry, "\"payload\":\"") + 11] ^= 1;
    refuses(entry, "object/");
    byte[] signature = held.clone();
    int line = indexOf(signature, "\u2014 ");
    signature[indexOf(signature, "\n", line) - 20] ^= 1;
    refuses(signature, "checkpoint");
  }

  private void refuses(byte[] bundle, String where) throws Exception {
    anew();
    try (BundleFile source = file(bundle);
        BoardStore store = open()) {
      assertThatThrownBy(() -> BundleImport.into(store, source))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining(where);
      assertThat(store.head()).isEqualTo(TreeHead.EMPTY);
      assertThat(store.newestCheckpoint()).isEmpty();
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    return indexOf(bytes, text, 0);
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    String wanted = new String(Utf8.encode(text), StandardCharsets.ISO_8859_1);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(wanted, from);
    assertThat(at).isNotNegative();
    return at;
  }

  /** Fails after so many objects were read. */
  private static final class Breaking implements BoardSource {
    private final BoardSource source;
    private int left;

    Breaking(BoardSource source, int left) {
      this.source = source;
      this.left = left;
    }

    @Override
    public Optional<byte[]> member(String path, int largest) throws IOException, DecodingException {
      return source.member(path, largest);
    }

    @Override
    public BoardObject object(Reference reference) throws IOException, DecodingException {
      if (--left < 0) {
        throw new IOException("the disk is gone");
      }
      return source.object(reference);
    }

    @Override
    public void close() {}
  }
}
