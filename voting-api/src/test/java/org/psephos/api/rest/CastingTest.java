package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.JsonEdit;

/** Every way in which a ballot can be refused; each leaves the board and the voter as they were. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CastingTest {

  @TestHTTPResource("/")
  URI base;

  private final SecureRandom random = new SecureRandom();
  private Held held;
  private byte[] honest;

  @BeforeEach
  void open() throws Exception {
    held = Held.open(base);
    honest = held.ballot(0, 1).encode();
  }

  @Test
  void refusesWhatIsNoBallotAndThenTakesTheHonestOne() throws Exception {
    long before = held.checkpoint().checkpoint().size();
    String text = Utf8.decode(honest);
    assertRefused("400 malformed", "");
    assertRefused("400 malformed", "{}");
    assertRefused("400 malformed", "null");
    assertRefused("400 malformed", text + text);
    assertRefused("400 not-canonical", " " + text);
    assertRefused("400 not-canonical", text + "\n");
    assertRefused("400 not-canonical", text.replaceFirst("\"alpha\"", "\"\\\\u0061lpha\""));
    assertThat(held.checkpoint().checkpoint().size()).isEqualTo(before);
    assertThat(held.cast(honest).status()).isEqualTo(201);
    assertThat(held.checkpoint().checkpoint().size()).isEqualTo(before + 1);
  }

  @Test
  void refusesABallotForAnotherElection() throws Exception {
    Held other = Held.open(base);
    assertThat(other.cast(honest).problem()).isEqualTo("400 wrong-election");
    assertThat(held.cast(honest).status()).isEqualTo(201);
  }

  @Test
  void refusesAStrangerAndABorrowedCredential() throws Exception {
    Election election = held.election();
    Json.Obj ballot = json(honest);
    try (Code code = Code.generate(random)) {
      CredentialKey stranger = code.derive(election.uuid(), election.group());
      byte[] foreign = new BallotForge(election, stranger, random).takeOver(ballot);
      assertThat(held.cast(foreign).problem()).isEqualTo("403 unknown-credential");
      String victim = held.voter(1).credential().encode();
      byte[] stolen =
          new BallotForge(election, stranger, random)
              .resign(JsonEdit.replace(ballot, "credential", victim));
      assertThat(held.cast(stolen).problem()).isEqualTo("403 bad-signature");
    }
    byte[] copied = forge(1).takeOver(ballot);
    assertThat(held.cast(copied).problem()).isEqualTo("422 bad-proof");
    assertThat(held.cast(honest).status()).isEqualTo(201);
  }

  @Test
  void refusesChoicesThatTheQuestionDoesNotPermit() throws Exception {
    for (List<Integer> choices :
        List.of(List.of(2, 0, 0), List.of(1, 1, 0), List.of(0, 0, 0), List.of(-1, 1, 1))) {
      byte[] forged = forge(0).encrypting(List.of(choices)).toBytes();
      assertThat(held.cast(forged).problem()).as(choices.toString()).isEqualTo("422 bad-proof");
    }
    byte[] long1 = forge(0).encrypting(List.of(List.of(1, 0, 0, 0))).toBytes();
    assertThat(held.cast(long1).problem()).isEqualTo("422 wrong-shape");
    assertThat(held.cast(forge(0).encrypting(List.of(List.of(1, 0, 0))).toBytes()).status())
        .isEqualTo(201);
  }

  @Test
  void refusesWhatIsTooLargeHoweverItIsSent() {
    byte[] large = new byte[(1 << 20) + 1];
    assertThat(held.cast(large).problem()).isEqualTo("413 too-large");
    byte[] largest = new byte[1 << 20];
    assertThat(held.cast(largest).problem()).isEqualTo("400 malformed");
  }

  @Test
  void refusesOtherMediaTypes() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      Answer answer = held.client().send("POST", held.path("/ballots"), "", type, honest);
      assertThat(answer.problem()).isEqualTo("415 unsupported-media-type");
    }
    assertThat(held.cast(honest).status()).isEqualTo(201);
  }

  @Test
  void theSameBytesAreTakenOnceAlsoWhenTheyComeAtOnce() throws Exception {
    long before = held.checkpoint().checkpoint().size();
    List<Integer> statuses =
        List.of(honest, honest, honest, honest, honest, honest, honest, honest).parallelStream()
            .map(ballot -> held.cast(ballot).status())
            .toList();
    assertThat(statuses).allMatch(status -> status == 200 || status == 201);
    assertThat(held.cast(honest).status()).isEqualTo(200);
    assertThat(held.checkpoint().checkpoint().size()).isEqualTo(before + 1);
  }

  @Test
  void unknownTrackersAndElectionsAreNotFound() {
    String tracker = "0".repeat(64);
    assertThat(held.client().get(held.path("/ballots/" + tracker)).problem())
        .isEqualTo("404 not-found");
    assertThat(held.client().get(held.path("/ballots/" + tracker + "/receipt")).problem())
        .isEqualTo("404 not-found");
    assertThat(held.client().get(held.path("/ballots/XYZ")).problem()).isEqualTo("400 malformed");
    assertThat(held.client().get("/api/v1/elections/11111111111111").problem())
        .isEqualTo("404 not-found");
    assertThat(held.client().get("/no/such/page").problem()).isEqualTo("404 not-found");
  }

  private BallotForge forge(int voter) throws Exception {
    return new BallotForge(held.election(), held.voter(voter), random);
  }

  private void assertRefused(String problem, String ballot) {
    assertThat(held.cast(Utf8.encode(ballot)).problem()).as(ballot).isEqualTo(problem);
  }

  private static Json.Obj json(byte[] ballot) throws Exception {
    return (Json.Obj) JsonParser.parse(ballot, Limits.OBJECT);
  }
}
