package org.psephos.api.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** The service as the mailbox of a threshold group: what it takes, and what it refuses. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class KeyCeremonyTest {

  private static final int SIZE = 3;

  @TestHTTPResource("/")
  URI base;

  /** One trustee with a key alone, and a group of three of whom two suffice. */
  private Held begun() throws Exception {
    Map<String, Json> members = new LinkedHashMap<>(Drafts.minimal("Ed25519").members());
    members.put(
        "trustees",
        new Json.Arr(
            List.of("Sol", "Ann", "Bo", "Cy").stream().<Json>map(Json.Text::new).toList()));
    members.put("threshold_group", Drafts.parse("{\"size\":3,\"threshold\":2}"));
    return Held.draft(base, new Json.Obj(members)).begin();
  }

  private static Members members(Held held, int attempt) throws Exception {
    return new Members(held, 2, attempt, SIZE, 2);
  }

  private static void all(IntFunction<Answer> step) {
    for (int index = 1; index <= SIZE; index++) {
      Answer answer = step.apply(index);
      assertThat(answer.status() == 200 ? "" : answer.problem()).as("member " + index).isEmpty();
    }
  }

  private static Members upToCommitments(Held held, int attempt) throws Exception {
    Members members = members(held, attempt);
    all(members::certify);
    all(members::commit);
    return members;
  }

  private static void complete(Members members) {
    all(members::deal);
    all(members::publish);
  }

  private static Json ceremony(Held held, String member) {
    return ((Json.Obj) held.status().json().members().get("ceremony")).members().get(member);
  }

  @Test
  void aThresholdGroupAndATrusteeAloneHoldAnElectionAndOneMemberIsAbsentAtTheTally()
      throws Exception {
    Held held = begun().bringKey();
    Members members = upToCommitments(held, 1);
    complete(members);
    assertThat(ceremony(held, "status")).isEqualTo(new Json.Text("COMPLETE"));
    for (int index = 1; index <= SIZE; index++) {
      held.haveKey(members.made().keyShare(index));
    }
    held.bringCredentials(3).freeze().makeReady().open();
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    assertThat(held.cast(held.ballot(1, 1).encode()).status()).isEqualTo(201);
    held.close().decrypt(4);
    assertThat(held.official("/publish").problem()).isEqualTo("409 wrong-state");
    held.decrypt(2);
    assertThat(held.official("/publish").problem())
        .as("the trustee alone is always needed")
        .isEqualTo("409 wrong-state");
    held.decrypt(1).publish();
    assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
        .isEqualTo("{\"result\":[[0,2,0]]}");
  }

  @Test
  void theMailboxGivesEachMemberTheSharesForIt() throws Exception {
    Held held = begun();
    Members members = upToCommitments(held, 1);
    assertThat(members.fetchShares(1).problem()).isEqualTo("409 wrong-state");
    all(members::deal);
    for (int to = 1; to <= SIZE; to++) {
      List<SealedShare> expected = new ArrayList<>();
      for (int from = 1; from <= SIZE; from++) {
        expected.add(members.made().share(from, to));
      }
      assertThat(members.shares(to)).isEqualTo(expected);
    }
  }

  @Test
  void stepsComeInOrderAndTheSameBytesAgainChangeNothing() throws Exception {
    Held held = begun();
    Members members = members(held, 1);
    Members others = members(held, 2);
    assertThat(members.commit(1).problem()).isEqualTo("409 wrong-state");
    assertThat(others.certify(1).problem()).as("attempt 2").isEqualTo("409 wrong-state");
    assertThat(members.certify(1).status()).isEqualTo(200);
    assertThat(members.certify(1).status()).isEqualTo(200);
    assertThat(members.commit(1).problem()).isEqualTo("409 wrong-state");
    assertThat(new Members(held, 2, 1, SIZE, 3).certify(2).problem())
        .as("another threshold")
        .isEqualTo("422 bad-proof");
    assertThat(members.certify(2).status()).isEqualTo(200);
    assertThat(members.certify(3).status()).isEqualTo(200);
    assertThat(members.deal(1).problem()).isEqualTo("409 wrong-state");
    all(members::commit);
    all(members::commit);
    assertThat(members.publish(1).problem()).isEqualTo("409 wrong-state");
    all(members::deal);
    all(members::deal);
    all(members::publish);
    long size = size(held);
    all(members::publish);
    assertThat(size(held)).isEqualTo(size);
    assertThat(ceremony(held, "missing")).isEqualTo(new Json.Arr(List.of()));
  }

  private static long size(Held held) {
    Json.Obj board = (Json.Obj) held.status().json().members().get("board");
    return ((Json.Int) board.members().get("size")).value();
  }

  @Test
  void aDealingThatIsNotTheCommittedOneIsRefused() throws Exception {
    Held held = begun();
    Members members = upToCommitments(held, 1);
    Members others = members(held, 2);
    assertThat(members.deal(1, others.made().dealing(1), shares(others, 1)).problem())
        .isEqualTo("422 bad-proof");
    assertThat(members.deal(1, members.made().dealing(2), shares(members, 2)).problem())
        .as("another member's")
        .isEqualTo("422 bad-proof");
    assertThat(members.deal(1, members.made().dealing(1), shares(members, 2)).problem())
        .as("shares that it does not name")
        .isEqualTo("422 wrong-shape");
    assertThat(members.deal(1).status()).isEqualTo(200);
    List<SealedShare> swapped = new ArrayList<>(shares(members, 1));
    swapped.add(swapped.remove(0));
    assertThat(members.deal(1, members.dealingOf(1, swapped), swapped).problem())
        .as("a second one")
        .isEqualTo("409 wrong-state");
  }

  private static List<SealedShare> shares(Members members, int from) {
    List<SealedShare> shares = new ArrayList<>();
    for (int to = 1; to <= SIZE; to++) {
      shares.add(members.made().share(from, to));
    }
    return shares;
  }

  @Test
  void aProvenComplaintEndsTheAttemptAndTheNextOneNeedsFreshKeys() throws Exception {
    Held held = begun().bringKey();
    Members members = upToCommitments(held, 1);
    List<SealedShare> swapped = new ArrayList<>(shares(members, 1));
    swapped.add(swapped.remove(0));
    Dealing bad = members.dealingOf(1, swapped);
    assertThat(members.deal(1, bad, swapped).status()).isEqualTo(200);
    assertThat(members.deal(2).status()).isEqualTo(200);
    assertThat(members.deal(3).status()).isEqualTo(200);
    Dealings dealings = members.dealingsWith(1, bad);
    Evidence evidence = evidence(members, dealings, 1, swapped.get(1));
    assertThat(members.complain(2, 3, evidence).problem())
        .as("against an honest dealer")
        .isEqualTo("422 bad-proof");
    assertThat(members.complain(3, 1, evidence).problem())
        .as("with another's evidence")
        .isEqualTo("422 bad-proof");
    assertThat(members.complain(2, 1, evidence).status()).isEqualTo(200);
    assertThat(ceremony(held, "status")).isEqualTo(new Json.Text("ENDED"));
    assertThat(members.publish(3).status()).isNotEqualTo(200);
    held.bringCredentials(3);
    assertThat(held.official("/freeze").problem()).isEqualTo("409 wrong-state");
    Members again = members(held, 2);
    assertThat(again.certify(1).status()).isEqualTo(200);
    byte[] oldKeys = members.made().certificates().get(1).encode();
    assertThat(
            held.client()
                .send("PUT", held.path("/ceremony/2/certificate"), held.trustee(3), oldKeys)
                .problem())
        .as("keys of the attempt before")
        .isEqualTo("422 bad-proof");
    assertThat(again.certify(2).status()).isEqualTo(200);
    assertThat(again.certify(3).status()).isEqualTo(200);
    all(again::commit);
    complete(again);
    held.freeze();
  }

  private static Evidence evidence(
      Members members, Dealings dealings, int from, SealedShare share) {
    return dealings
        .complain(from, 2, share, members.made().keys(2), members.made().random())
        .orElseThrow();
  }

  @Test
  void anOfficialGivesAnAttemptUpAlsoACompleteOne() throws Exception {
    Held held = begun().bringKey();
    Members first = members(held, 1);
    assertThat(first.abandon().problem()).isEqualTo("409 wrong-state");
    assertThat(first.certify(1).status()).isEqualTo(200);
    held.bringCredentials(3);
    assertThat(held.official("/freeze").problem()).isEqualTo("409 wrong-state");
    assertThat(first.abandon().status()).isEqualTo(200);
    assertThat(first.certify(2).problem()).isEqualTo("409 wrong-state");
    Members second = upToCommitments(held, 2);
    complete(second);
    assertThat(second.abandon().status()).isEqualTo(200);
    assertThat(held.official("/freeze").problem()).isEqualTo("409 wrong-state");
    Members third = upToCommitments(held, 3);
    complete(third);
    held.freeze();
  }

  @Test
  void keysAloneAndKeysInAGroupAreNotMixedUp() throws Exception {
    Held held = begun();
    byte[] key = members(held, 1).made().verificationKey(1).encode();
    assertThat(held.client().send("PUT", held.path("/trustees"), held.trustee(2), key).problem())
        .isEqualTo("409 wrong-state");
    byte[] certificate = members(held, 1).made().certificates().get(0).encode();
    assertThat(
            held.client()
                .send("PUT", held.path("/ceremony/1/certificate"), held.trustee(1), certificate)
                .problem())
        .isEqualTo("409 wrong-state");
    Json.Obj seat = held.client().get(held.path("/ceremony/seat"), held.trustee(3)).json();
    assertThat(seat)
        .isEqualTo(Drafts.parse("{\"owner\":3,\"index\":2,\"size\":3,\"threshold\":2}"));
    assertThat(held.client().get(held.path("/ceremony/seat"), held.trustee(1)).json())
        .isEqualTo(Drafts.parse("{\"owner\":1}"));
  }
}
