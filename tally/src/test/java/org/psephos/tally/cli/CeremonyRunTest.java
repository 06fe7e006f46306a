package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Groups;
import org.psephos.tally.audit.AuditException;
import org.psephos.tally.ceremony.CeremonyMember;
import org.psephos.tally.ceremony.Membership;
import org.psephos.tally.client.CeremonyClient;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubMailbox;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.keyring.TrusteeKeyRing;

/** Members at their tools, against a service that checks nothing and may cheat. */
class CeremonyRunTest {

  private static final int SIZE = 3;
  private static final char[] PASSPHRASE = "correct horse".toCharArray();

  @TempDir private Path folder;
  private HeldBoard board;
  private StubService service;
  private StubMailbox mailbox;
  private ExecutorService threads;
  private final Map<Integer, ByteArrayOutputStream> said =
      IntStream.rangeClosed(1, SIZE)
          .boxed()
          .collect(Collectors.toMap(i -> i, i -> new ByteArrayOutputStream()));

  @BeforeEach
  void open() throws Exception {
    board = HeldBoard.begun();
    service = new StubService(board);
    mailbox = new StubMailbox(board, SIZE, 2).on(service);
    threads = Executors.newFixedThreadPool(SIZE);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    service.close();
  }

  private Membership membership(int index) throws Exception {
    return new Membership(new ElectionId(board.uuid()), Groups.named("Ed25519"), index, SIZE, 2);
  }

  private Path keyFile(int index) {
    return folder.resolve("trustee-" + index + ".key");
  }

  private Callable<Integer> run(int index, boolean begin, Duration patience) throws Exception {
    ElectionAddress address =
        ElectionAddress.parse(service.link("trustee", StubMailbox.token(index)));
    Membership membership = membership(index);
    PrintStream out = new PrintStream(said.get(index), true, StandardCharsets.UTF_8);
    return new CeremonyRun(
            address,
            membership,
            new CeremonyMember(membership, keyFile(index), PASSPHRASE.clone(), new SecureRandom()),
            new CeremonyClient(new ServiceClient(address.service(), address.token()), board.uuid()),
            new CeremonyTalk(membership, List.of("Ann", "Bo\u001b[31m", "Cy"), out),
            begin,
            patience)
        ::run;
  }

  private List<Integer> all(boolean begin) throws Exception {
    List<Future<Integer>> running = new ArrayList<>();
    for (int index = 1; index <= SIZE; index++) {
      running.add(threads.submit(run(index, begin, Duration.ofMinutes(1))));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> each : running) {
      statuses.add(each.get());
    }
    return statuses;
  }

  private String said(int index) {
    return said.get(index).toString(StandardCharsets.UTF_8);
  }

  private static String words(String said) {
    return said.lines().filter(line -> line.startsWith("    ")).collect(Collectors.joining("\n"));
  }

  @Test
  void three_members_make_a_key_and_read_the_same_words() throws Exception {
    assertThat(all(false)).containsOnly(0);
    assertThat(words(said(1))).isNotBlank().isEqualTo(words(said(2))).isEqualTo(words(said(3)));
    for (int index = 1; index <= SIZE; index++) {
      Membership member = membership(index);
      TrusteeKeyRing ring = new TrusteeKeyRing(keyFile(index), member.election(), member.group());
      ring.open(PASSPHRASE.clone()).close();
      assertThat(Files.exists(folder.resolve("trustee-" + index + ".key.ceremony"))).isFalse();
      assertThat(said(index)).contains("Step 4 of 4").doesNotContain("\u001b");
    }
    assertThat(all(false)).as("again, nothing is left to do").containsOnly(0);
  }

  @Test
  void a_busy_service_is_asked_again() throws Exception {
    mailbox.beBusy(4);
    assertThat(all(false)).containsOnly(0);
    assertThat(said(1) + said(2) + said(3)).contains("trying again");
  }

  @Test
  void a_member_alone_says_whom_it_waits_for_and_ends_unfinished() throws Exception {
    assertThat(run(1, false, Duration.ZERO).call()).isEqualTo(Psephos.UNREACHABLE);
    assertThat(run(1, false, Duration.ofSeconds(2)).call()).isEqualTo(Psephos.UNREACHABLE);
    assertThat(said(1))
        .contains("Waiting for the fresh keys of 2 (Bo")
        .contains("run the same command again");
  }

  @Test
  void swapped_shares_are_not_taken_for_the_dealers() throws Exception {
    mailbox.cheat(
        honest -> {
          List<String> swapped = new ArrayList<>(honest);
          Collections.swap(swapped, 0, 1);
          return swapped;
        });
    List<Future<Integer>> running = new ArrayList<>();
    for (int index = 1; index <= SIZE; index++) {
      running.add(threads.submit(run(index, false, Duration.ofSeconds(12))));
    }
    for (Future<Integer> each : running) {
      assertThat(each.get()).isEqualTo(Psephos.UNREACHABLE);
    }
    assertThat(said(3)).contains("the true share").doesNotContain("Step 4 of 4");
    mailbox.cheat(honest -> honest);
    assertThat(all(false)).as("the honest twin").containsOnly(0);
  }

  @Test
  void a_board_that_forgets_is_not_believed() throws Exception {
    GenesisEntry honest = board.genesis();
    GenesisEntry other =
        new GenesisEntry(
            honest.group(), honest.log(), honest.mode(), honest.time() - 1, honest.uuid());
    mailbox.afterEachStep(() -> board.rewrite(0, other.encode().toByteArray()));
    assertThatThrownBy(run(1, false, Duration.ofMinutes(1))::call)
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("not an extension");
  }

  @Test
  void an_attempt_that_was_given_up_ends_and_another_begins_with_fresh_keys() throws Exception {
    assertThat(run(1, false, Duration.ZERO).call()).isEqualTo(Psephos.UNREACHABLE);
    BoardObject reason = LocalizedText.of(Map.of("en", "Cy is ill\u202e")).encode();
    board.append(new AbandonEntry(1, reason.hash()), reason);
    assertThat(run(1, false, Duration.ZERO).call()).isEqualTo(Psephos.REFUSED);
    assertThat(said(1)).contains("Cy is ill").contains("--next-attempt").doesNotContain("\u202e");
    assertThat(all(true)).containsOnly(0);
    assertThat(said(2)).contains("Attempt 2.");
  }

  @Test
  void other_terms_than_agreed_are_refused_before_anything_is_made() throws Exception {
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, "correct horse\n");
    String status =
        "{\"uuid\":\"%s\",\"state\":\"KEYS\",\"group\":\"Ed25519\",\"closes\":5}"
            .formatted(board.uuid());
    service.answer("GET /api/v1/elections/" + board.uuid(), StubService.Answer.of(200, status));
    CommandRun run =
        CommandRun.of(
            "trustee",
            "join",
            service.link("trustee", StubMailbox.token(2)),
            "--key-file",
            keyFile(2).toString(),
            "--passphrase-file",
            passphrase.toString(),
            "--expect",
            "3/3");
    assertThat(run.status()).isEqualTo(Psephos.REFUSED);
    assertThat(run.err()).contains("you expect 3/3, but the election has 2/3");
    assertThat(Files.exists(keyFile(2))).isFalse();
    assertThat(service.requests()).noneMatch(request -> request.method().equals("PUT"));
  }
}
