package org.psephos.board.bel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.HeldElection;
import org.psephos.board.log.HighWater;
import org.psephos.board.log.LogKeys;
import org.psephos.board.store.FileStore;
import org.psephos.crypto.codec.DecodingException;

/** The projection of a board that held an election. */
class BelWriterTest {

  @TempDir Path directory;

  private FileStore store;
  private BulletinBoard board;
  private ObjectSource objects;

  @BeforeEach
  void openBoard() throws Exception {
    store = FileStore.open(directory.resolve("board"));
    HighWater highWater =
        new LogKeys(directory, new SecureRandom())
            .highWater(EntryFixtures.UUID, EntryFixtures.ORIGIN);
    highWater.create();
    board = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater);
    objects = board.objects();
  }

  @AfterEach
  void close() throws Exception {
    board.close();
    store.close();
  }

  @Test
  void holdsWhatVersionOneKnowsInItsOrder() throws Exception {
    new HeldElection(board).hold(List.of("one", "two", "one more"));
    try (BelArchive archive = open(project())) {
      assertThat(archive.faults()).isEmpty();
      assertThat(archive.timestamp()).isEqualTo(HeldElection.GENESIS_TIME);
      assertThat(archive.events())
          .extracting(BelEvent::type)
          .containsExactly(
              BelEventType.SETUP,
              BelEventType.BALLOT,
              BelEventType.BALLOT,
              BelEventType.BALLOT,
              BelEventType.END_BALLOTS,
              BelEventType.ENCRYPTED_TALLY,
              BelEventType.PARTIAL_DECRYPTION,
              BelEventType.RESULT);
      BoardObject ballot = HeldElection.object("two");
      assertThat(archive.events().get(2).payload()).contains(ballot.hash());
      assertThat(archive.object(ballot.hash(), ObjectKind.BALLOT.largest())).isEqualTo(ballot);
    }
  }

  @Test
  void theArchiveOfAPrefixIsAPrefixOfTheArchive() throws Exception {
    new HeldElection(board).hold(List.of("one", "two"));
    byte[] whole = project();
    List<EntryBytes> entries = store.entries(0, 100);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BelWriter writer = new BelWriter(objects, out);
    for (EntryBytes entry : entries) {
      writer.add(BoardEntry.decode(entry));
      byte[] prefix = out.toByteArray();
      assertThat(prefix).isEqualTo(Arrays.copyOf(whole, prefix.length));
      try (BelArchive archive = open(prefix)) {
        assertThat(archive.faults()).isEmpty();
      }
    }
    assertThat(out.toByteArray()).isEqualTo(whole);
  }

  @Test
  void ofABoardWithoutCheckpointThereIsNothing() throws Exception {
    assertThat(project()).isEmpty();
  }

  @Test
  void refusesABoardWithAMissingObject() throws Exception {
    new HeldElection(board).hold(List.of("one", "two"));
    BoardObject missing = HeldElection.object("two");
    ObjectSource incomplete =
        reference -> {
          if (reference.hash().equals(missing.hash())) {
            throw new DecodingException(reference.path(), "an object", "nothing");
          }
          return objects.object(reference);
        };
    assertThatThrownBy(() -> BelWriter.write(store, incomplete, new ByteArrayOutputStream()))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void aBoardBeginsWithGenesis() {
    BelWriter writer = new BelWriter(objects, new ByteArrayOutputStream());
    assertThatThrownBy(() -> writer.add(new OpenEntry(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] project() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BelWriter.write(store, objects, out);
    return out.toByteArray();
  }

  private BelArchive open(byte[] archive) throws Exception {
    Path file = directory.resolve("archive.bel");
    Files.write(file, archive);
    return BelArchive.open(file);
  }
}
