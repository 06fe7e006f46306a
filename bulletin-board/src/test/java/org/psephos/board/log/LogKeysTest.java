package org.psephos.board.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.hash.Digest;

class LogKeysTest {

  private static final String UUID = EntryFixtures.UUID;
  private static final String ORIGIN = EntryFixtures.ORIGIN;

  @TempDir Path directory;

  private LogKeys keys() {
    return new LogKeys(directory.resolve("keys"), new SecureRandom());
  }

  @Test
  void a_key_is_found_again_and_only_its_owner_may_read_it() throws Exception {
    NoteSigner created = keys().create(UUID, ORIGIN);
    assertThat(keys().open(UUID, ORIGIN).key()).isEqualTo(created.key());
    assertThat(created.key().name()).isEqualTo(ORIGIN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys().keyFile(UUID))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
        .isEqualTo("rwx------");
  }

  @Test
  void two_keys_differ_and_none_is_overwritten() throws Exception {
    NoteSigner one = keys().create(UUID, ORIGIN);
    NoteSigner two = keys().create("abcdefghijkmno", ORIGIN);
    assertThat(one.key()).isNotEqualTo(two.key());
    assertThatThrownBy(() -> keys().create(UUID, ORIGIN))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(keys().open(UUID, ORIGIN).key()).isEqualTo(one.key());
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws Exception {
    keys().create(UUID, ORIGIN);
    Files.setPosixFilePermissions(
        keys().keyFile(UUID), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> keys().open(UUID, ORIGIN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0600");
  }

  @Test
  void a_key_of_another_origin_or_a_damaged_one_is_refused_without_showing_it() throws Exception {
    keys().create(UUID, ORIGIN);
    assertThatThrownBy(() -> keys().open(UUID, ORIGIN + "x")).isInstanceOf(IOException.class);
    byte[] content = Files.readAllBytes(keys().keyFile(UUID));
    String seed =
        new String(content, content.length - 65, 64, java.nio.charset.StandardCharsets.US_ASCII);
    content[content.length - 2] = 'X';
    Files.write(keys().keyFile(UUID), content);
    assertThatThrownBy(() -> keys().open(UUID, ORIGIN))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining(seed.substring(0, 16));
  }

  @Nested
  class TheHighWaterRecord {

    private final TreeHead one = new TreeHead(1, Digest.sha256("one"));
    private final TreeHead two = new TreeHead(2, Digest.sha256("two"));

    private HighWater begun() throws IOException {
      keys().create(UUID, ORIGIN);
      return keys().highWater(UUID, ORIGIN);
    }

    @Test
    void begins_at_nothing_and_grows() throws Exception {
      HighWater record = begun();
      assertThat(record.read()).isEqualTo(TreeHead.EMPTY);
      assertThat(record.raise(TreeHead.EMPTY, one)).isTrue();
      assertThat(record.raise(one, two)).isTrue();
      assertThat(keys().highWater(UUID, ORIGIN).read()).isEqualTo(two);
    }

    @Test
    void is_raised_only_by_who_knows_it() throws Exception {
      HighWater record = begun();
      assertThat(record.raise(TreeHead.EMPTY, one)).isTrue();
      TreeHead other = new TreeHead(1, Digest.sha256("other"));
      assertThat(record.raise(TreeHead.EMPTY, two)).isFalse();
      assertThat(record.raise(other, two)).isFalse();
      assertThatThrownBy(() -> record.raise(one, other))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(record.read()).isEqualTo(one);
    }

    @Test
    void is_missed_when_it_is_gone_and_refused_when_it_is_another_boards() throws Exception {
      HighWater record = begun();
      assertThatThrownBy(() -> keys().highWater(UUID, "other.example.org/board/x").read())
          .isInstanceOf(BoardDamagedException.class);
      Files.delete(directory.resolve("keys").resolve(UUID + ".high-water"));
      assertThatThrownBy(record::read).isInstanceOf(BoardDamagedException.class);
    }
  }
}
