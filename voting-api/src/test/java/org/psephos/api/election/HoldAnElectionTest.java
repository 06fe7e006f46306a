package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.receipt.ProofCheck;
import org.psephos.board.receipt.Receipt;
import org.psephos.board.tile.EntryBundle;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;

/** A whole election through the public interface, everyone being a client of their own. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HoldAnElectionTest {

  @TestHTTPResource("/")
  URI base;

  @TempDir Path folder;

  @Test
  void fromDraftToResult() throws Exception {
    Held held = Held.draft(base);
    assertThat(held.state()).isEqualTo("DRAFT");
    held.begin();
    assertThat(held.state()).isEqualTo("KEYS");
    held.bringKeys().bringCredentials(3).freeze();
    assertThat(held.state()).isEqualTo("READY");
    assertPinned(held);
    held.makeReady().open();
    assertThat(held.state()).isEqualTo("OPEN");

    byte[] replaced = held.ballot(0, 0).encode();
    byte[] counting = held.ballot(0, 2).encode();
    byte[] other = held.ballot(1, 2).encode();
    for (byte[] ballot : List.of(replaced, counting, other)) {
      Answer cast = held.cast(ballot);
      assertThat(cast.status()).isEqualTo(201);
      assertThat(cast.text("status")).isEqualTo("counted-so-far");
      assertThat(cast.text("tracker")).isEqualTo(Digest.sha256(ballot).base64());
    }
    assertThat(held.status().json().members()).containsEntry("ballots", new Json.Int(3));
    byte[] late = held.ballot(2, 1).encode();
    held.close();
    assertThat(held.state()).isEqualTo("TALLYING");
    assertThat(held.cast(late).problem()).isEqualTo("409 closed");
    assertKnownAfterClosing(held, replaced, "replaced");
    assertKnownAfterClosing(held, counting, "counted-so-far");

    assertThat(held.official("/publish").problem()).isEqualTo("409 wrong-state");
    held.decrypt(1).decrypt(2);
    byte[] again = held.share(2);
    Answer repeated =
        held.client().send("POST", held.path("/partial-decryptions"), held.trustee(2), again);
    assertThat(repeated.status()).isEqualTo(200);
    held.publish();
    assertThat(held.state()).isEqualTo("RESULT");
    assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
        .isEqualTo("{\"result\":[[0,0,2]]}");
    assertBoardIsWhole(held);
    Downloads downloads = new Downloads(held, folder);
    downloads.assertBundleIsTheBoard();
    downloads.assertArchiveHolds(List.of(replaced, counting, other));
  }

  @Test
  void whatWasNeverPublishedCannotBeDownloaded() throws Exception {
    Held held = Held.draft(base);
    for (String member : List.of("checkpoint", "bundle", held.uuid() + ".bel")) {
      assertThat(held.client().get("/board/" + held.uuid() + "/" + member).problem())
          .isEqualTo("404 not-found");
    }
  }

  @Test
  void inA2048BitGroup() throws Exception {
    Held held = Held.draft(base, "BELENIOS-2048");
    held.begin().bringKeys().bringCredentials(1).freeze().makeReady().open();
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    held.close().decrypt(1).decrypt(2).publish();
    assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
        .isEqualTo("{\"result\":[[0,1,0]]}");
  }

  @Test
  void withoutAnyBallot() throws Exception {
    Held held = Held.open(base).close().decrypt(1).decrypt(2).publish();
    assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
        .isEqualTo("{\"result\":[[0,0,0]]}");
  }

  @Test
  void endsWithoutAResultWhenItIsCancelled() throws Exception {
    Held held = Held.open(base).cancel();
    assertThat(held.state()).isEqualTo("CANCELLED");
    assertThat(held.cast(held.ballot(0, 0).encode()).problem()).isEqualTo("409 closed");
    assertThat(held.official("/close").problem()).isEqualTo("409 wrong-state");
  }

  private static void assertPinned(Held held) throws Exception {
    Election election = held.election();
    Digest hash = election.manifest().orElseThrow();
    Manifest manifest = Manifest.decode(BoardObject.of(held.object(hash)));
    assertThat(manifest.rules().voters()).isEqualTo(3);
    assertThat(manifest.genesis()).isEqualTo(entries(held).get(0).ident());
    assertThat(manifest.texts()).containsOnlyKeys("en");
  }

  private static void assertKnownAfterClosing(Held held, byte[] ballot, String status)
      throws Exception {
    Answer first = held.cast(ballot);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("status")).isEqualTo(status);
    Answer receipt = held.client().get(first.text("receipt"));
    assertThat(held.client().get(first.text("receipt")).body()).isEqualTo(receipt.body());
    Receipt read = Receipt.parse(receipt.body());
    assertThat(read.tracker()).isEqualTo(Digest.sha256(ballot));
    assertThat(read.fingerprint()).isEqualTo(held.fingerprint());
    WitnessPolicy policy = WitnessPolicy.logOnly(VerifierKey.parse(held.status().text("log")));
    assertThat(read.check(policy)).isInstanceOf(ProofCheck.Confirmed.class);
    assertThat(held.client().get(held.path("/ballots/" + read.tracker().hex())).text("status"))
        .isEqualTo(status);
  }

  /** The published entries hash to the signed root, and entry 0 names the key that signed. */
  private static void assertBoardIsWhole(Held held) throws Exception {
    SignedCheckpoint checkpoint = held.checkpoint();
    List<EntryBytes> entries = entries(held);
    assertThat(checkpoint.checkpoint().size()).isEqualTo(entries.size());
    List<Digest> leaves = new ArrayList<>();
    entries.forEach(entry -> leaves.add(TreeHash.leaf(entry.toByteArray())));
    assertThat(Frontier.EMPTY.appendAll(leaves).root()).isEqualTo(checkpoint.checkpoint().root());
    GenesisEntry genesis = (GenesisEntry) BoardEntry.decode(entries.get(0));
    assertThat(genesis.log()).isEqualTo(held.status().text("log"));
    assertThat(genesis.origin()).isEqualTo("localhost:8081/board/" + held.uuid());
    Answer tile = held.client().get("/board/" + held.uuid() + "/tile/0/000.p/" + entries.size());
    assertThat(tile.body()).hasSize(32 * entries.size());
    assertThat(tile.header("Cache-Control")).contains("immutable");
    assertThat(tile.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private static List<EntryBytes> entries(Held held) throws Exception {
    int size = Math.toIntExact(held.checkpoint().checkpoint().size());
    Answer bundle = held.client().get("/board/" + held.uuid() + "/tile/entries/000.p/" + size);
    List<EntryBytes> entries = new ArrayList<>();
    for (byte[] entry : EntryBundle.decode(bundle.body(), size)) {
      entries.add(EntryBytes.of(entry));
    }
    return entries;
  }
}
