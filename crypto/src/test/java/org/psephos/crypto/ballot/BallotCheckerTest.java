package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.ForeignText;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Groups;

/** The checker's steps one by one, as a verifier asks them, and many ballots at once. */
class BallotCheckerTest {

  private static final List<List<Integer>> CHOICES = List.of(List.of(1, 0, 1), List.of(0, 1, 0));

  private SmallElection election;
  private BallotForge forge;
  private BallotChecker checker;
  private Json.Obj honest;

  @BeforeEach
  void castAnHonestBallot() throws DecodingException {
    election = SmallElection.in(Groups.named("Ed25519"));
    forge = new BallotForge(election.election(), election.voter(0), election.random());
    checker = election.checker();
    honest = forge.encrypting(CHOICES);
  }

  private Ballot read(byte[] bytes) {
    BallotReading reading = checker.read(bytes);
    assertThat(reading).isInstanceOf(BallotReading.Legible.class);
    return ((BallotReading.Legible) reading).ballot();
  }

  private void illegible(byte[] bytes, Reason reason, String path) {
    assertThat(checker.read(bytes))
        .isEqualTo(new BallotReading.Illegible(new Refused(reason, path)));
  }

  @Test
  void anHonestBallotPassesEveryStep() {
    Ballot ballot = read(honest.toBytes());
    assertThat(checker.weight(ballot)).hasValue(1);
    assertThat(checker.signatureHolds(ballot)).isTrue();
    assertThat(checker.firstFalseProof(ballot)).isEmpty();
  }

  @Test
  void readingJudgesElectionShapeAndGroupButNothingElse() throws DecodingException {
    SmallElection twin = election.twin();
    byte[] elsewhere = twin.cast(twin.voter(0), CHOICES).encode();
    illegible(elsewhere, Reason.WRONG_ELECTION, "election_uuid");
    illegible(forge.resign(JsonEdit.remove(honest, "answers[1]")), Reason.WRONG_SHAPE, "answers");
    String path = "answers[0].choices[2].alpha";
    String foreign = ForeignText.plusOrderTwo(election.group().decode(JsonEdit.text(honest, path)));
    illegible(forge.resign(JsonEdit.replace(honest, path, foreign)), Reason.NOT_IN_GROUP, path);
    read(JsonEdit.replace(honest, "signature.proof.response", "0").toBytes());
  }

  @Test
  void aStrangersBallotHasNoWeight() {
    BallotForge stranger =
        new BallotForge(election.election(), election.freshVoter(), election.random());
    Ballot ballot = read(stranger.encrypting(CHOICES).toBytes());
    assertThat(checker.weight(ballot)).isEmpty();
    assertThat(checker.signatureHolds(ballot)).isTrue();
    assertThat(checker.firstFalseProof(ballot)).isEmpty();
  }

  @Test
  void aChangedBallotIsNotSigned() {
    Json.Obj other = forge.encrypting(List.of(List.of(0, 1, 0), List.of(1, 0, 0)));
    Json.Obj spliced = JsonEdit.replace(honest, "answers[1]", JsonEdit.get(other, "answers[1]"));
    Ballot ballot = read(spliced.toBytes());
    assertThat(checker.signatureHolds(ballot)).isFalse();
    assertThat(checker.firstFalseProof(ballot)).isEmpty();
    assertThat(checker.signatureHolds(read(forge.resign(spliced)))).isTrue();
  }

  @Test
  void aFalseProofIsNamedByItsPlace() {
    Json.Obj overVote = forge.encrypting(List.of(List.of(1, 0, 0), List.of(0, 2, 0)));
    assertThat(checker.firstFalseProof(read(overVote.toBytes())))
        .hasValue("answers[1].individual_proofs[1]");
  }

  @Test
  void aBallotOfAnotherShapeHasNoProof() {
    Ballot ballot = read(honest.toBytes());
    List<Answer> more = new ArrayList<>(ballot.answers());
    more.add(more.get(0));
    for (List<Answer> answers : List.of(List.<Answer>of(), ballot.answers().subList(0, 1), more)) {
      Ballot misshapen =
          new Ballot(
              ballot.uuid(),
              ballot.fingerprint(),
              ballot.credential(),
              answers,
              ballot.signature());
      assertThat(checker.firstFalseProof(misshapen)).hasValue("answers");
    }
  }

  @Test
  void manyBallotsAreJudgedLikeEachOfThem() {
    byte[] bad = JsonEdit.replace(honest, "signature.proof.response", "0").toBytes();
    List<byte[]> ballots =
        Stream.of(honest.toBytes(), bad, forge.encrypting(CHOICES).toBytes(), new byte[0], bad)
            .toList();
    List<BallotOutcome> outcomes = checker.checkAll(ballots);
    assertThat(outcomes).isEqualTo(ballots.stream().map(checker::check).toList());
    assertThat(outcomes.stream().map(BallotOutcome.Valid.class::isInstance))
        .containsExactly(true, false, true, false, false);
    assertThat(checker.checkAll(List.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void reasonsHaveTheirNameInTheInterface(Reason reason) {
    assertThat(
            List.of(
                "malformed",
                "too-large",
                "not-canonical",
                "wrong-election",
                "wrong-shape",
                "unknown-credential",
                "bad-signature",
                "not-in-group",
                "bad-proof"))
        .contains(reason.code());
  }
}
