package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.ForeignText;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;

/**
 * Every text of a valid ballot is changed in every way that could matter, and the ballot signed
 * again by its owner; each time it must be refused for a reason that fits.
 */
class BallotTamperTest {

  private static final List<List<Integer>> CHOICES = List.of(List.of(1, 0, 1), List.of(0, 1, 0));
  private static final Set<Reason> SPELLING = EnumSet.of(Reason.MALFORMED, Reason.NOT_CANONICAL);

  private Group group;
  private BallotForge forge;
  private BallotChecker checker;
  private Json.Obj honest;

  @BeforeEach
  void castAnHonestBallot() throws DecodingException {
    group = Groups.named("Ed25519");
    SmallElection election = SmallElection.in(group);
    forge = new BallotForge(election.election(), election.voter(0), election.random());
    checker = election.checker();
    honest = JsonEdit.open(election.cast(election.voter(0), CHOICES).encode());
    assertThat(checker.check(forge.resign(honest))).isInstanceOf(BallotOutcome.Valid.class);
  }

  private List<String> numbers(String... names) {
    List<String> found =
        JsonEdit.texts(honest).stream()
            .filter(path -> path.startsWith("answers"))
            .filter(path -> List.of(names).contains(path.substring(path.lastIndexOf('.') + 1)))
            .toList();
    assertThat(found).hasSizeGreaterThan(10);
    return found;
  }

  private void refused(String path, String text, Set<Reason> reasons) {
    BallotOutcome outcome = checker.check(forge.resign(JsonEdit.replace(honest, path, text)));
    assertThat(outcome).as(path).isInstanceOf(BallotOutcome.Refused.class);
    assertThat(((BallotOutcome.Refused) outcome).reason()).as(path).isIn(reasons);
  }

  @Test
  void everyScalarCounts() throws DecodingException {
    for (String path : numbers("challenge", "response")) {
      Scalar scalar = group.decodeScalar(JsonEdit.text(honest, path));
      refused(path, scalar.plus(group.scalar(1)).encode(), EnumSet.of(Reason.BAD_PROOF));
      refused(path, scalar.negate().encode(), EnumSet.of(Reason.BAD_PROOF));
      refused(path, "0", EnumSet.of(Reason.BAD_PROOF));
    }
  }

  @Test
  void everyElementCounts() throws DecodingException {
    for (String path : numbers("alpha", "beta")) {
      Element element = group.decode(JsonEdit.text(honest, path));
      Set<Reason> badProof = EnumSet.of(Reason.BAD_PROOF);
      refused(path, element.plus(group.generator()).encode(), badProof);
      refused(path, element.negate().encode(), badProof);
      refused(path, group.identity().encode(), badProof);
    }
  }

  @Test
  void noOtherSpellingOfAScalarIsAccepted() throws DecodingException {
    for (String path : numbers("challenge", "response")) {
      for (String text : ForeignText.misspelt(group.decodeScalar(JsonEdit.text(honest, path)))) {
        refused(path, text, SPELLING);
      }
    }
  }

  @Test
  void noOtherSpellingOfAnElementIsAccepted() throws DecodingException {
    for (String path : numbers("alpha", "beta")) {
      for (String text : ForeignText.misspelt(group.decode(JsonEdit.text(honest, path)))) {
        refused(path, text, SPELLING);
      }
    }
  }

  @Test
  void noElementOutsideTheGroupIsAccepted() throws DecodingException {
    for (String path : numbers("alpha", "beta")) {
      for (String text : ForeignText.notMembers(group.decode(JsonEdit.text(honest, path)))) {
        refused(path, text, EnumSet.of(Reason.NOT_IN_GROUP, Reason.NOT_CANONICAL));
      }
    }
  }

  @Test
  void anElementOfOrderTwiceTheGroupIsNamedAsSuch() throws DecodingException {
    String path = "answers[1].choices[2].beta";
    String text = ForeignText.plusOrderTwo(group.decode(JsonEdit.text(honest, path)));
    BallotOutcome outcome = checker.check(forge.resign(JsonEdit.replace(honest, path, text)));
    assertThat(outcome).isEqualTo(new BallotOutcome.Refused(Reason.NOT_IN_GROUP, path));
  }

  @Test
  void everyArrayHasItsExactLength() {
    List<String> arrays =
        List.of(
            "answers",
            "answers[0].choices",
            "answers[0].individual_proofs",
            "answers[0].individual_proofs[2]",
            "answers[0].overall_proof",
            "answers[1].choices",
            "answers[1].individual_proofs",
            "answers[1].individual_proofs[0]",
            "answers[1].overall_proof",
            "answers[1].blank_proof");
    for (String path : arrays) {
      Json first = JsonEdit.get(honest, path + "[0]");
      refusedAsMisshapen(JsonEdit.append(honest, path, first), path);
      refusedAsMisshapen(JsonEdit.remove(honest, path + "[0]"), path);
      refusedAsMisshapen(JsonEdit.replace(honest, path, new Json.Arr(List.of())), path);
    }
  }

  private void refusedAsMisshapen(Json.Obj ballot, String path) {
    assertThat(checker.check(forge.resign(ballot)))
        .isEqualTo(new BallotOutcome.Refused(Reason.WRONG_SHAPE, path));
  }

  @Test
  void theBlankProofStandsExactlyWhereTheQuestionHasBlank() {
    refusedAsMisshapen(JsonEdit.remove(honest, "answers[1].blank_proof"), "answers[1].blank_proof");
    Json blank = JsonEdit.get(honest, "answers[1].blank_proof");
    refusedAsMisshapen(
        JsonEdit.replace(honest, "answers[0].blank_proof", blank), "answers[0].blank_proof");
  }

  @Test
  void numbersDoNotMoveWithinABallot() {
    Set<Reason> badProof = EnumSet.of(Reason.BAD_PROOF);
    List<List<String>> pairs =
        List.of(
            List.of("answers[0].choices[0]", "answers[0].choices[1]"),
            List.of("answers[0].individual_proofs[0]", "answers[0].individual_proofs[1]"),
            List.of("answers[0].individual_proofs[0][0]", "answers[0].individual_proofs[0][1]"),
            List.of("answers[0].overall_proof[0]", "answers[0].overall_proof[1]"),
            List.of("answers[1].overall_proof", "answers[1].blank_proof"),
            List.of("answers[1].individual_proofs[0]", "answers[1].blank_proof"),
            List.of("answers[0].individual_proofs[2]", "answers[0].overall_proof"),
            List.of("answers[0].choices[0].alpha", "answers[0].choices[0].beta"));
    for (List<String> pair : pairs) {
      Json.Obj swapped = JsonEdit.swap(honest, pair.get(0), pair.get(1));
      BallotOutcome outcome = checker.check(forge.resign(swapped));
      assertThat(outcome).as("%s", pair).isInstanceOf(BallotOutcome.Refused.class);
      assertThat(((BallotOutcome.Refused) outcome).reason()).isIn(badProof);
    }
  }
}
