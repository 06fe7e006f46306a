package org.psephos.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;

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

  private void assertThatAnotherIsRefused(PackagedServer server) throws Exception {
    Path output = folder.resolve("other.log");
    assertThat(server.startAnother(output)).isEqualTo(1);
    assertThat(Files.readString(output).lines().toList())
        .singleElement()
        .asString()
        .contains("another server is using the data directory " + folder.resolve("data"));
  }
}
