package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.receipt.Receipt;
import org.psephos.crypto.hash.Digest;

/** Honest ballots, but too early, too late, twice, or in the wrong place. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WrongMomentTest {

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  @Test
  void nobodyVotesBeforeTheOpening() throws Exception {
    Held held = Held.draft(base);
    byte[] elsewhere = Held.open(base).ballot(0, 0).encode();
    refusedEverywhere(held, elsewhere, "409 not-open");
    held.begin();
    refusedEverywhere(held, elsewhere, "409 not-open");
    held.bringKeys().bringCredentials(2).freeze();
    byte[] own = held.ballot(0, 0).encode();
    refusedEverywhere(held, own, "409 not-open");
    held.makeReady();
    refusedEverywhere(held, own, "409 not-open");
    held.open();
    assertThat(held.cast(own).status()).isEqualTo(201);
  }

  @Test
  void nobodyVotesAfterTheEnd() throws Exception {
    Held held = Held.open(base);
    byte[] late = held.ballot(0, 0).encode();
    assertThat(held.cast(held.ballot(1, 0).encode()).status()).isEqualTo(201);
    held.close();
    refused(held, late, "409 closed");
    held.decrypt(1).decrypt(2).publish();
    refused(held, late, "409 closed");
  }

  @Test
  void aBallotOfAnotherElectionHereIsRefusedInTheRightPlaceTaken() throws Exception {
    Held here = Held.open(base);
    Held there = Held.open(base);
    byte[] ballot = there.ballot(0, 1).encode();
    refused(here, ballot, "400 wrong-election");
    assertThat(there.cast(ballot).status()).isEqualTo(201);
    refused(here, ballot, "400 wrong-election");
    assertThat(here.cast(here.ballot(0, 1).encode()).status()).isEqualTo(201);
  }

  @Test
  void unknownElectionsAreNotFound() throws Exception {
    Held held = Held.open(base);
    byte[] ballot = held.ballot(0, 0).encode();
    for (String uuid : new String[] {"7JJyjHhdKEdtxu", "x", "..%2f..%2fetc", "%27%20OR%20%271"}) {
      Stock before = Stock.of(database, held);
      String path = "/api/v1/elections/" + uuid + "/ballots";
      Answer answer = held.client().send("POST", path, "", ballot);
      Scene.assertRefused(answer, "404 not-found");
      assertThat(Stock.of(database, held)).isEqualTo(before);
    }
    assertThat(held.cast(ballot).status()).isEqualTo(201);
  }

  @Test
  void ownSupersededBallotGetsItsReceiptAndIsNotAppendedAgain() throws Exception {
    Held held = Held.open(base);
    byte[] first = held.ballot(0, 0).encode();
    byte[] second = held.ballot(0, 1).encode();
    Answer placed = held.cast(first);
    byte[] receipt = held.client().get(placed.text("receipt")).body();
    assertThat(held.cast(second).status()).isEqualTo(201);
    Stock before = Stock.of(database, held);
    Answer again = held.cast(first);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("status")).isEqualTo("replaced");
    assertThat(again.json().members().get("index")).isEqualTo(placed.json().members().get("index"));
    assertThat(held.client().get(again.text("receipt")).body()).isEqualTo(receipt);
    assertThat(Receipt.parse(receipt).tracker()).isEqualTo(Digest.sha256(first));
    assertThat(held.cast(second).text("status")).isEqualTo("counted-so-far");
    assertThat(Stock.of(database, held)).isEqualTo(before);
  }

  @Test
  void replayOfAnothersBallotAppendsNothing() throws Exception {
    Held held = Held.open(base);
    byte[] victims = held.ballot(0, 0).encode();
    Answer placed = held.cast(victims);
    Stock before = Stock.of(database, held);
    Answer replayed = held.cast(victims);
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.body()).isEqualTo(placed.body());
    assertThat(Stock.of(database, held)).isEqualTo(before);
  }

  @Test
  void aPartOfATrackerFindsNothing() throws Exception {
    Held held = Held.open(base);
    byte[] ballot = held.ballot(0, 0).encode();
    assertThat(held.cast(ballot).status()).isEqualTo(201);
    String tracker = Digest.sha256(ballot).hex();
    assertThat(held.client().get(held.path("/ballots/" + tracker)).status()).isEqualTo(200);
    String cut = tracker.substring(0, 63);
    assertThat(held.client().get(held.path("/ballots/" + cut)).status()).isIn(400, 404);
    String other = (tracker.charAt(0) == '0' ? '1' : '0') + tracker.substring(1);
    assertThat(held.client().get(held.path("/ballots/" + other)).problem())
        .isEqualTo("404 not-found");
  }

  private void refused(Held held, byte[] ballot, String problem) throws Exception {
    Stock before = Stock.of(database, held);
    Scene.assertRefused(held.cast(ballot), problem);
    assertThat(Stock.of(database, held)).isEqualTo(before);
  }

  /** As long as there is no board, there is no head to compare. */
  private void refusedEverywhere(Held held, byte[] ballot, String problem) throws Exception {
    Scene.assertRefused(held.cast(ballot), problem);
    assertThat(held.client().get(held.path("/ballots/" + Digest.sha256(ballot).hex())).status())
        .isEqualTo(404);
  }
}
