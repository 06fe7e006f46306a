package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;

/** What a voter's device asks about its credential and its ballots. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class VoterStatusTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void aListedCredentialHasItsWeightAndItsBallots() throws Exception {
    Held held = Held.open(base);
    String mine = held.voter(0).credential().encode();
    assertThat(ask(held, mine)).isEqualTo("{\"ballots\":0,\"weight\":1}");
    held.cast(held.ballot(0, 1).encode());
    held.cast(held.ballot(1, 1).encode());
    assertThat(ask(held, mine)).isEqualTo("{\"ballots\":1,\"weight\":1}");
    held.cast(held.ballot(0, 0).encode());
    assertThat(ask(held, mine)).isEqualTo("{\"ballots\":2,\"weight\":1}");
  }

  @Test
  void aStrangerIsNotListed() throws Exception {
    Held held = Held.open(base);
    Election election = held.election();
    try (Code code = Code.generate(new SecureRandom())) {
      CredentialKey stranger = code.derive(election.uuid(), election.group());
      assertThat(answer(held, stranger.credential().encode()).problem()).isEqualTo("404 not-found");
    }
    assertThat(answer(held, "x").problem()).isEqualTo("404 not-found");
  }

  @Test
  void beforeThereIsAListThereIsNothingToAsk() throws Exception {
    Held held = Held.draft(base);
    assertThat(answer(held, "x").problem()).isEqualTo("409 wrong-state");
  }

  @Test
  void aReplacedBallotNamesTheLastOneOfItsVoter() throws Exception {
    Held held = Held.open(base);
    byte[] first = held.ballot(0, 1).encode();
    byte[] second = held.ballot(0, 0).encode();
    byte[] last = held.ballot(0, 1).encode();
    held.cast(first);
    assertThat(ballot(held, first).json().members()).doesNotContainKey("replaced_by");
    held.cast(second);
    held.cast(last);
    for (byte[] replaced : new byte[][] {first, second}) {
      assertThat(ballot(held, replaced).text("status")).isEqualTo("replaced");
      assertThat(ballot(held, replaced).text("replaced_by"))
          .isEqualTo(Digest.sha256(last).base64());
    }
    assertThat(ballot(held, last).text("status")).isEqualTo("counted-so-far");
  }

  private static Answer ballot(Held held, byte[] ballot) {
    return held.client().get(held.path("/ballots/" + Digest.sha256(ballot).hex()));
  }

  private static Answer answer(Held held, String credential) {
    return held.client().get(held.path("/credentials/" + credential));
  }

  private static String ask(Held held, String credential) throws Exception {
    Answer answer = answer(held, credential);
    assertThat(answer.status()).isEqualTo(200);
    return Utf8.decode(answer.body());
  }
}
