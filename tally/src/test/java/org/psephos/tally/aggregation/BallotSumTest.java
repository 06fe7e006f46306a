package org.psephos.tally.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.fixture.CompleteElection;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Groups;

class BallotSumTest {

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void weighted_ballots_give_the_tally_in_any_order_and_in_parts(String group) throws Exception {
    CompleteElection election = CompleteElection.of(CompleteElection.singles(Groups.named(group)));
    List<Ballot> ballots = election.ballots();
    BallotSum sum = new BallotSum(election.election());
    sum.add(ballots.get(3), 1);
    sum.add(ballots.get(2), 3);
    BallotSum part = new BallotSum(election.election());
    part.add(ballots.get(1), 2);
    sum.merge(part);
    assertThat(sum.tally()).isEqualTo(election.tally());
    assertThat(sum.sized()).isEqualTo(election.sizedTally());
    assertThat(sum.ballots()).isEqualTo(3);
    assertThat(sum.weight()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void no_ballots_sum_to_the_identity(String group) throws Exception {
    SmallElection election = SmallElection.in(Groups.named(group));
    BallotSum sum = new BallotSum(election.election());
    assertThat(sum.tally().sums().all())
        .hasSize(6)
        .allMatch(c -> c.alpha().isIdentity() && c.beta().isIdentity());
    assertThat(sum.sized().ballots()).isZero();
    assertThat(sum.sized().weight()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = "Ed25519")
  void other_shapes_weights_and_elections_are_refused(String group) throws Exception {
    SmallElection election = SmallElection.in(Groups.named(group));
    SmallElection other =
        SmallElection.in(
            Groups.named(group),
            List.of(new Question.Homomorphic("Why?", List.of("So", "Thus"), 0, 1, false)));
    Ballot ballot = other.cast(other.voter(0), List.of(List.of(1, 0)));
    BallotSum sum = new BallotSum(election.election());
    assertThatThrownBy(() -> sum.add(ballot, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sum.merge(new BallotSum(other.election())))
        .isInstanceOf(IllegalArgumentException.class);
    Ballot own = election.cast(election.voter(0), List.of(List.of(1, 0, 0), List.of(0, 1, 0)));
    assertThatThrownBy(() -> sum.add(own, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(sum.ballots()).isZero();
    sum.add(own, 1);
    assertThat(sum.ballots()).isEqualTo(1);
  }
}
