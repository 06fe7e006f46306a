package org.psephos.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** The service as it is delivered: starting, refusing to start, coming back, stopping. */
class ServerIT {

  private static final long SECONDS = 60;

  @TempDir Path folder;

  @Test
  void aDirectoryIsServedByOneServerWhichComesBackAfterAKillAndStopsWhenAsked() throws Exception {
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      assertThat(server.output()).contains(server.base().toString());
      Held held = Held.draft(server.base(), server.officialToken(), Drafts.minimal("Ed25519"));
      assertThat(held.begin().state()).isEqualTo("KEYS");
      byte[] head = held.checkpoint().toBytes();

      assertThatAnotherIsRefused(server);
      assertThat(held.state()).isEqualTo("KEYS");

      ProcessHandle orphan = server.database();
      server.killService();
      assertThat(orphan.isAlive()).as("a killed service leaves its database behind").isTrue();
      server.start();
      assertThat(orphan.isAlive()).as("the next start ends it").isFalse();
      assertThat(held.state()).isEqualTo("KEYS");
      assertThat(held.checkpoint().toBytes()).isEqualTo(head);

      ProcessHandle database = server.database();
      assertThat(server.stop()).as(server.output()).isZero();
      database.onExit().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void aSumThatIsMissingIsMadeAfterTheNextStart() throws Exception {
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      Held held = Held.draft(server.base(), server.officialToken(), Drafts.minimal("Ed25519"));
      held.begin().bringKeys().bringCredentials(1).freeze().makeReady().open();
      assertThat(held.cast(held.ballot(0, 2).encode()).status()).isEqualTo(201);
      String origin = held.status().text("origin");
      server.stop();
      ClosedInBetween.leaveBehind(folder.resolve("data"), held.uuid(), origin);

      server.start();
      held.awaitState("TALLYING").decrypt(1).decrypt(2).publish();
      assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
          .isEqualTo("{\"result\":[[0,0,1]]}");
    }
  }

  @Test
  void whatCameDueWhileTheServiceWasDownIsDoneAtTheNextStart() throws Exception {
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      long opens = Instant.now().getEpochSecond() + 15;
      Json.Obj draft = Drafts.with(Drafts.minimal("Ed25519"), "schedule");
      draft = JsonEdit.replace(draft, "opens", new Json.Int(opens));
      draft = JsonEdit.replace(draft, "closes", new Json.Int(opens + 3600));
      Held held = Held.draft(server.base(), server.officialToken(), draft);
      held.begin().bringKeys().bringCredentials(1).freeze().makeReady();
      assertThat(held.state()).isEqualTo("READY");
      server.stop();
      Thread.sleep(Math.max(0, (opens + 1) * 1000 - System.currentTimeMillis()));
      server.start();
      held.awaitState("OPEN");
    }
  }

  @Test
  void onlyATrustedProxySaysWhereARequestComesFrom() throws Exception {
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      assertThat(guess(server, i -> "192.0.2." + i)).as("not believed").contains(429);
    }
    Files.writeString(
        folder.resolve(Path.of("data", "psephos.properties")),
        "psephos.trusted-proxies=127.0.0.1\n");
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      assertThat(guess(server, i -> "192.0.2.1")).as("one client").contains(429);
      assertThat(guess(server, i -> "192.0.2." + (2 + i))).as("many").doesNotContain(429);
    }
  }

  /** What comes of guesses for accounts that do not exist, all at once, from these addresses. */
  private static List<Integer> guess(PackagedServer server, IntFunction<String> from) {
    HttpClient client = HttpClient.newHttpClient();
    return IntStream.range(0, 70)
        .mapToObj(
            i ->
                HttpRequest.newBuilder(server.base().resolve("/api/v1/login"))
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", from.apply(i))
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"name\":\"nobody" + i + "\",\"password\":\"guess\"}"))
                    .build())
        .map(request -> client.sendAsync(request, BodyHandlers.discarding()))
        .toList()
        .stream()
        .map(answer -> answer.join().statusCode())
        .toList();
  }

  private void assertThatAnotherIsRefused(PackagedServer server) throws Exception {
    Path output = folder.resolve("other.log");
    assertThat(server.startAnother(output)).isEqualTo(1);
    assertThat(Files.readString(output).lines().toList())
        .singleElement()
        .asString()
        .contains("another server is using the data directory " + folder.resolve("data"));
  }
}
