package org.psephos.board.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;

class TarFileTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final TarWriter writer = new TarWriter(out, 1_800_000_000);

  private TarFile file(byte[] archive) throws IOException {
    return TarFile.open(Files.write(directory.resolve("a.tar"), archive));
  }

  private List<String> scan(byte[] archive) throws IOException, DecodingException {
    List<String> found = new ArrayList<>();
    try (TarFile file = file(archive)) {
      file.scan(member -> found.add(member.name() + "=" + Utf8.decode(file.read(member, 1 << 20))));
    }
    return found;
  }

  @Test
  void members_are_read_in_order_whatever_their_size() throws Exception {
    String large = "x".repeat(100_000);
    writer.member("a", Utf8.encode("one"));
    writer.member("empty", new byte[0]);
    writer.member("b/c", large.length(), new ByteArrayInputStream(Utf8.encode(large)));
    writer.member("full", Utf8.encode("y".repeat(512)));
    assertThat(out.size() % 512).isZero();
    assertThat(scan(out.toByteArray()))
        .containsExactly("a=one", "empty=", "b/c=" + large, "full=" + "y".repeat(512));
    assertThat(scan(new byte[0])).isEmpty();
  }

  @Test
  void a_header_stands_in_its_documented_places() throws Exception {
    byte[] block = new TarHeader("BELENIOS", 43, 1_795_299_976).encode();
    assertThat(Utf8.decode(Arrays.copyOf(block, 8))).isEqualTo("BELENIOS");
    assertThat(Utf8.decode(Arrays.copyOfRange(block, 100, 108))).isEqualTo("0000644\0");
    assertThat(Utf8.decode(Arrays.copyOfRange(block, 124, 136))).isEqualTo("00000000053\0");
    assertThat(Utf8.decode(Arrays.copyOfRange(block, 154, 157))).isEqualTo("\0 0");
    assertThat(TarHeader.decode(block)).isEqualTo(new TarHeader("BELENIOS", 43, 1_795_299_976));
  }

  @Test
  void a_header_has_one_spelling() throws Exception {
    byte[] block = new TarHeader("name", 5, 7).encode();
    TarHeader.decode(block);
    for (int at = 0; at < block.length; at++) {
      byte[] changed = block.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> TarHeader.decode(changed)).isInstanceOf(DecodingException.class);
    }
    assertThatThrownBy(() -> TarHeader.decode(new byte[512])).isInstanceOf(DecodingException.class);
  }

  @Test
  void a_name_of_99_characters_is_the_longest() throws Exception {
    TarHeader longest = new TarHeader("n".repeat(99), 0, 0);
    assertThat(TarHeader.decode(longest.encode())).isEqualTo(longest);
    assertThatThrownBy(() -> new TarHeader("n".repeat(100), 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_that_ends_within_a_member_is_refused() throws Exception {
    writer.member("a", Utf8.encode("one"));
    byte[] whole = out.toByteArray();
    assertThat(scan(whole)).hasSize(1);
    for (int length : new int[] {1, 511, 512, 514, 1023}) {
      assertThatThrownBy(() -> scan(Arrays.copyOf(whole, length)))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void padding_that_is_not_zero_is_not_canonical() throws Exception {
    writer.member("a", Utf8.encode("one"));
    byte[] changed = out.toByteArray();
    changed[changed.length - 1] = 1;
    assertThatThrownBy(() -> scan(changed))
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CANONICAL));
  }

  @Test
  void a_member_larger_than_asked_for_is_refused() throws Exception {
    writer.member("a", Utf8.encode("four"));
    try (TarFile file = file(out.toByteArray())) {
      file.scan(
          member -> {
            assertThat(file.read(member, 4)).hasSize(4);
            assertThatThrownBy(() -> file.read(member, 3))
                .isInstanceOfSatisfying(
                    DecodingException.class,
                    e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
          });
    }
  }

  @Test
  void a_stream_that_is_not_as_long_as_promised_is_a_fault() {
    assertThatThrownBy(() -> writer.member("a", 5, new ByteArrayInputStream(new byte[4])))
        .isInstanceOf(IOException.class);
  }
}
