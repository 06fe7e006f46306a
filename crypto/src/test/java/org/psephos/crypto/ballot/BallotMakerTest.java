package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class BallotMakerTest {

  private static List<List<Integer>> permitted(Question.Homomorphic question) {
    return IntStream.range(0, 1 << question.choices())
        .mapToObj(
            bits -> IntStream.range(0, question.choices()).mapToObj(i -> bits >> i & 1).toList())
        .filter(question::permits)
        .toList();
  }

  /** Questions of every shape: blank or not, min 0, max above 1, a single answer. */
  private static List<Question.Homomorphic> shapes() {
    List<Question.Homomorphic> shapes = new ArrayList<>();
    for (int answers = 1; answers <= 3; answers++) {
      for (int min = 0; min <= answers; min++) {
        for (int max = min; max <= answers; max++) {
          List<String> names = List.of("a", "b", "c").subList(0, answers);
          shapes.add(new Question.Homomorphic("?", names, min, max, false));
          shapes.add(new Question.Homomorphic("?", names, min, max, true));
        }
      }
    }
    return shapes;
  }

  @Test
  void everyPermittedChoiceOfEveryShapeOfQuestionMakesAValidBallot() throws DecodingException {
    Group group = Groups.named("Ed25519");
    int made = 0;
    for (Question.Homomorphic question : shapes()) {
      SmallElection election = SmallElection.in(group, List.of(question));
      for (List<Integer> choice : permitted(question)) {
        Ballot ballot = election.cast(election.voter(0), List.of(choice));
        assertThat(election.checker().check(ballot.encode()))
            .as("%s %s", question, choice)
            .isInstanceOf(BallotOutcome.Valid.class);
        assertThat(plaintexts(election, ballot)).isEqualTo(choice);
        made++;
      }
    }
    assertThat(made).isGreaterThan(100);
  }

  private static List<Integer> plaintexts(SmallElection election, Ballot ballot) {
    return ballot.answers().get(0).choices().stream()
        .map(choice -> election.decrypt(choice, 1).orElse(-1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048", "RFC-3526-2048"})
  void aBallotOfEveryGroupIsValidAndReadBack(String name) throws DecodingException {
    SmallElection election = SmallElection.in(Groups.named(name));
    Ballot ballot = election.cast(election.voter(1), List.of(List.of(1, 0, 1), List.of(1, 0, 0)));
    BallotOutcome outcome = election.checker().check(ballot.encode());
    assertThat(outcome).isInstanceOf(BallotOutcome.Valid.class);
    assertThat(((BallotOutcome.Valid) outcome).ballot()).isEqualTo(ballot);
    assertThat(Ballot.decode(ballot.encode(), election.group())).isEqualTo(ballot);
    assertThat(((BallotOutcome.Valid) outcome).tracker()).isEqualTo(ballot.tracker());
  }

  @Test
  void choicesThatTheQuestionsDoNotPermitAreNotEncrypted() throws DecodingException {
    SmallElection election = SmallElection.in(Groups.named("Ed25519"));
    List<List<List<Integer>>> wrong =
        List.of(
            List.of(),
            List.of(List.of(1, 0, 0)),
            List.of(List.of(1, 0, 0), List.of(0, 1, 0), List.of(0, 1, 0)),
            List.of(List.of(1, 1, 1), List.of(0, 1, 0)),
            List.of(List.of(0, 0, 0), List.of(0, 1, 0)),
            List.of(List.of(2, 0, 0), List.of(0, 1, 0)),
            List.of(List.of(1, 0), List.of(0, 1, 0)),
            List.of(List.of(1, 0, 0), List.of(1, 1, 0)));
    for (List<List<Integer>> choices : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> election.cast(election.voter(0), choices))
          .withMessage("the questions do not permit these choices");
    }
  }

  @Test
  void twoBallotsOfOneVoterForTheSameShareNothing() throws DecodingException {
    SmallElection election = SmallElection.in(Groups.named("Ed25519"));
    List<List<Integer>> choices = List.of(List.of(1, 0, 0), List.of(0, 1, 0));
    Ballot first = election.cast(election.voter(0), choices);
    Ballot second = election.cast(election.voter(0), choices);
    assertThat(first.tracker()).isNotEqualTo(second.tracker());
    for (int i = 0; i < first.answers().size(); i++) {
      assertThat(first.answers().get(i).choices())
          .doesNotContainAnyElementsOf(second.answers().get(i).choices());
    }
  }
}
