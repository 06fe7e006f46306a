package org.psephos.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.tar.TarHeader;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Published;

/** The command on bundles in files and directories. */
class VerifyBundleTest {

  private static final long GENESIS = ElectionScript.OPENS - 100;

  @TempDir private Path directory;

  private final ElectionScript script = ElectionScript.fast();
  private final Published board = script.hold();
  private final Map<String, byte[]> members = board.members();
  private final byte[] bundle = Published.tar(members, GENESIS);

  @Test
  void an_honest_bundle_is_verified_form_and_all() throws IOException {
    Run run = verify(bundle);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("\"id\":\"V01\",\"title\":\"Archive form\",\"status\":\"passed\"");
  }

  @Test
  void an_honest_directory_is_verified() throws IOException {
    Run run = Run.of("--json", unpacked().toString());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"id\":\"V01\"");
  }

  @Test
  void receipts_and_an_earlier_checkpoint_are_compared() throws IOException {
    Path receipts = Files.createDirectory(directory.resolve("receipts"));
    for (int i = 0; i < script.ballots.size(); i++) {
      Digest tracker = Digest.sha256(script.ballots.get(i));
      Files.write(
          receipts.resolve(i + ".tlog-proof"),
          board.receipt(script.election.fingerprint(), tracker, 9 + i, 20).toBytes());
    }
    Path earlier = Files.write(directory.resolve("earlier"), board.checkpoint(3).toBytes());
    Run run =
        Run.of(
            "--receipts",
            receipts.toString(),
            "--since",
            earlier.toString(),
            "--expect-fingerprint",
            script.election.fingerprint().base64(),
            Files.write(directory.resolve("bundle"), bundle).toString());
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("Fingerprint  " + script.election.fingerprint().base64())
        .contains("V27  passed  5 of 5", "V28  passed  1 of 1", "(the one that you expected)");
  }

  @Test
  void a_bundle_cut_off_behind_any_member_is_not_verified() throws IOException {
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (byte[] content : members.values()) {
      ends.add(end);
      end += TarHeader.BLOCK + content.length + TarHeader.padding(content.length);
    }
    assertThat(end).isEqualTo(bundle.length);
    for (int cut : ends) {
      assertRefused(Arrays.copyOf(bundle, cut), "cut off at " + cut);
    }
  }

  @Test
  void a_bundle_cut_off_anywhere_is_not_verified() throws IOException {
    for (int cut = 1; cut < bundle.length; cut += bundle.length / 37) {
      assertRefused(Arrays.copyOf(bundle, cut), "cut off at " + cut);
    }
  }

  @Test
  void a_bundle_with_one_bit_changed_anywhere_is_not_verified() throws IOException {
    for (int at = 100; at < bundle.length; at += bundle.length / 41) {
      byte[] changed = bundle.clone();
      changed[at] ^= 1;
      assertRefused(changed, "changed at " + at);
    }
  }

  @Test
  void members_in_another_order_are_refused_for_their_order_alone() throws IOException {
    List<String> paths = new ArrayList<>(members.keySet());
    Collections.swap(paths, 5, 6);
    Map<String, byte[]> swapped = new LinkedHashMap<>();
    paths.forEach(path -> swapped.put(path, members.get(path)));
    assertFailsForm(Published.tar(swapped, GENESIS));
  }

  @Test
  void a_member_that_nobody_calls_for_is_refused() throws IOException {
    byte[] content = {'x'};
    assertFailsForm(changed(all -> all.put("object/" + Digest.sha256(content).hex(), content)));
    assertFailsForm(changed(all -> all.put("../escape", content)));
  }

  @Test
  void a_member_that_stands_there_twice_is_refused() throws IOException {
    byte[] twice = Arrays.copyOf(bundle, bundle.length + 1024);
    byte[] checkpoint = Published.tar(Map.of("checkpoint", members.get("checkpoint")), GENESIS);
    System.arraycopy(checkpoint, 0, twice, bundle.length, 1024);
    assertFailsForm(twice);
  }

  @Test
  void another_time_and_what_follows_the_last_member_are_refused() throws IOException {
    assertFailsForm(Published.tar(members, GENESIS + 1));
    assertFailsForm(Arrays.copyOf(bundle, bundle.length + 1024));
  }

  @Test
  void a_file_that_is_no_bundle_is_unreadable() throws IOException {
    for (byte[] content : List.of(new byte[0], new byte[1], new byte[4096])) {
      Run run = verify(content);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.verdict()).isEqualTo("unreadable");
    }
  }

  @Test
  void a_directory_with_a_file_more_or_less_is_refused() throws IOException {
    Path more = unpacked();
    Files.writeString(more.resolve("readme.txt"), "hello");
    assertThat(Run.of("--json", more.toString()).exitCode()).isEqualTo(1);
    Files.delete(more.resolve("readme.txt"));
    assertThat(Run.of("--json", more.toString()).exitCode()).isZero();
    Files.delete(more.resolve("object/" + Digest.sha256(script.ballots.get(0)).hex()));
    assertThat(Run.of("--json", more.toString()).exitCode()).isEqualTo(1);
  }

  private void assertRefused(byte[] file, String description) throws IOException {
    Run run = verify(file);
    assertThat(run.exitCode()).as(description).isIn(1, 2);
    assertThat(run.verdict()).as(description).isIn("falsified", "unreadable");
    assertThat(run.err()).as(description).isEmpty();
  }

  private void assertFailsForm(byte[] file) throws IOException {
    Run run = verify(file);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"id\":\"V01\",\"title\":\"Archive form\",\"status\":\"failed\"");
    assertThat(run.out().split("\"status\":\"failed\"", -1)).as(run.out()).hasSize(2);
  }

  private byte[] changed(Consumer<Map<String, byte[]>> change) {
    Map<String, byte[]> all = new LinkedHashMap<>(members);
    change.accept(all);
    return Published.tar(all, GENESIS);
  }

  private Path unpacked() throws IOException {
    Path root = Files.createTempDirectory(directory, "board");
    for (Map.Entry<String, byte[]> member : members.entrySet()) {
      Path file = root.resolve(member.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, member.getValue());
    }
    return root;
  }

  private Run verify(byte[] file) throws IOException {
    return Run.of("--json", Files.write(directory.resolve("election.bundle.tar"), file).toString());
  }
}
