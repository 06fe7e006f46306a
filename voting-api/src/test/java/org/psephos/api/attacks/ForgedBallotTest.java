package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.api.PostgresForTests;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.group.SecretScalar;

/**
 * Every attack on a ballot three times: with the old signature, signed again by its voter, and not
 * at all, which must succeed.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedBallotTest {

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  private Scene ed25519;
  private Scene belenios2048;

  static Stream<Attack> attacksOnEd25519() {
    return Stream.of(
            ProofAttacks.all(),
            ContentAttacks.all(),
            ContextAttacks.all(),
            ElementAttacks.ofEd25519())
        .flatMap(List::stream);
  }

  static Stream<Attack> attacksOnBelenios2048() {
    return ElementAttacks.ofBelenios2048().stream();
  }

  @ParameterizedTest
  @MethodSource("attacksOnEd25519")
  void isRefusedInEd25519(Attack attack) throws Exception {
    tryOut(attack, ed25519());
  }

  @ParameterizedTest
  @MethodSource("attacksOnBelenios2048")
  void isRefusedInBelenios2048(Attack attack) throws Exception {
    tryOut(attack, belenios2048());
  }

  private static void tryOut(Attack attack, Scene scene) throws Exception {
    Turn turn = scene.nextTurn();
    Json.Obj honest = turn.honest();
    Json.Obj hostile = attack.change().apply(turn, honest);
    assertThat(hostile).isNotEqualTo(honest);
    scene.refuses(hostile.toBytes(), attack.stale());
    if (attack.signed().isPresent()) {
      scene.refuses(turn.forge().resign(hostile), attack.signed().get());
    }
    scene.accepts(honest.toBytes());
  }

  @Test
  void randomnessThatAddsUpToZeroIsNoSpecialCase() throws Exception {
    Turn turn = ed25519().nextTurn();
    SecretScalar random = turn.election().group().randomSecret(turn.random());
    List<SecretScalar> randomness =
        List.of(random, random.negate(), turn.election().group().randomSecret(turn.random()));
    Json first = turn.forge().answer(0).encrypting(List.of(1, 0, 0), randomness);
    Json.Obj ballot = JsonEdit.replace(turn.honest(), "answers[0]", first);
    ed25519().accepts(turn.forge().resign(ballot));
  }

  @Test
  void anAnswerMayMoveFromOneBallotOfAVoterToTheNextIfItIsSigned() throws Exception {
    Turn turn = ed25519().nextTurn();
    Json.Obj before = turn.honest();
    ed25519().accepts(before.toBytes());
    Json.Obj spliced =
        JsonEdit.replace(turn.honest(), "answers[1]", JsonEdit.get(before, "answers[1]"));
    ed25519().refuses(spliced.toBytes(), Attack.BAD_SIGNATURE);
    ed25519().accepts(turn.forge().resign(spliced));
  }

  private Scene ed25519() throws Exception {
    if (ed25519 == null) {
      ed25519 = Scene.open(base, database, "Ed25519", (int) attacksOnEd25519().count() + 3);
    }
    return ed25519;
  }

  private Scene belenios2048() throws Exception {
    if (belenios2048 == null) {
      belenios2048 =
          Scene.open(base, database, "BELENIOS-2048", (int) attacksOnBelenios2048().count() + 1);
    }
    return belenios2048;
  }
}
