package org.psephos.tally.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;

class CodeFolderTest {

  private final SecureRandom random = SeededRandom.of("folder");
  @TempDir private Path folder;

  private PrivateList issue() throws RollException {
    return PrivateList.issue(
        ElectoralRoll.read(Utf8.encode("ada\nbo\n"), RollFormat.USUAL), random);
  }

  @Test
  void codes_are_kept_for_their_owner_alone_and_never_replaced() throws Exception {
    CodeFolder lists = new CodeFolder(folder.resolve("new"));
    try (PrivateList codes = issue();
        PrivateList other = issue()) {
      lists.keep(codes);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lists.privateList())))
          .isEqualTo("rw-------");
      assertThatThrownBy(() -> lists.keep(other)).isInstanceOf(FileAlreadyExistsException.class);
      try (PrivateList kept = lists.codes()) {
        assertThat(kept.encode()).isEqualTo(codes.encode());
      }
    }
  }

  @Test
  void codes_that_others_may_read_are_refused() throws Exception {
    CodeFolder lists = new CodeFolder(folder);
    try (PrivateList codes = issue()) {
      lists.keep(codes);
    }
    Files.setPosixFilePermissions(
        lists.privateList(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(lists::codes)
        .isInstanceOf(RollException.class)
        .hasMessageContaining("may be read by others");
  }

  @Test
  void a_public_list_that_does_not_follow_from_the_codes_is_refused() throws Exception {
    CodeFolder lists = new CodeFolder(folder);
    lists.keepPublic(Utf8.encode("[]"));
    lists.keepPublic(Utf8.encode("[]"));
    assertThatThrownBy(() -> lists.keepPublic(Utf8.encode("[1]")))
        .isInstanceOf(RollException.class)
        .hasMessageContaining("not the list that follows");
  }

  @Test
  void codes_that_replace_others_count_once_they_are_promoted() throws Exception {
    CodeFolder lists = new CodeFolder(folder);
    try (PrivateList codes = issue();
        PrivateList next = codes.reissue(List.of("bo"), random)) {
      lists.keep(codes);
      lists.keepPublic(Utf8.encode("[]"));
      lists.prepare(next);
      assertThat(lists.hasNext()).isTrue();
      try (PrivateList still = lists.codes()) {
        assertThat(still.encode()).isEqualTo(codes.encode());
      }
      lists.promote(Utf8.encode("[2]"));
      assertThat(lists.hasNext()).isFalse();
      try (PrivateList now = lists.codes()) {
        assertThat(now.encode()).isEqualTo(next.encode());
      }
      lists.keepPublic(Utf8.encode("[2]"));
      lists.prepare(codes);
      lists.drop();
      assertThat(lists.hasNext()).isFalse();
    }
  }

  @Test
  void what_an_interrupted_run_left_is_swept_away_and_nothing_else() throws Exception {
    CodeFolder lists = new CodeFolder(folder);
    lists.sweep();
    Files.createFile(folder.resolve(".psephos-123.part"));
    Files.createFile(folder.resolve("notes.part"));
    lists.sweep();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("notes.part");
    }
    new CodeFolder(folder.resolve("missing")).sweep();
  }
}
