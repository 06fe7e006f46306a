package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.fixture.AnswerForge;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.SecretScalar;

/** What a voter with a client of their own, or a thief of ballots, could send. */
class BallotAttackTest {

  private static final List<List<Integer>> CHOICES = List.of(List.of(1, 0, 1), List.of(0, 1, 0));

  private SmallElection election;
  private BallotForge forge;
  private BallotChecker checker;

  @BeforeEach
  void setUp() throws DecodingException {
    election = SmallElection.in(Groups.named("Ed25519"));
    forge = forgeOf(election.voter(0));
    checker = election.checker();
  }

  private BallotForge forgeOf(CredentialKey voter) {
    return new BallotForge(election.election(), voter, election.random());
  }

  private void accepted(byte[] ballot) {
    assertThat(checker.check(ballot)).isInstanceOf(BallotOutcome.Valid.class);
  }

  private void refused(byte[] ballot, Reason reason, String path) {
    assertThat(checker.check(ballot)).isEqualTo(new BallotOutcome.Refused(reason, path));
  }

  @Test
  void theForgeMakesValidBallotsWhenItIsHonest() {
    accepted(forge.encrypting(CHOICES).toBytes());
    accepted(forge.encrypting(List.of(List.of(0, 1, 0), List.of(1, 0, 0))).toBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "2 0 0, answers[0].individual_proofs[0]", // counts twice
    "0 1000000 0, answers[0].individual_proofs[1]",
    "-1 1 1, answers[0].individual_proofs[0]", // takes a vote away
    "2 -1 0, answers[0].individual_proofs[0]", // with an honest overall proof
    "1 1 1, answers[0].overall_proof", // more than max
    "0 0 0, answers[0].overall_proof", // fewer than min
  })
  void noOtherNumbersThanTheQuestionPermitsAreAccepted(String numbers, String path) {
    Json.Obj ballot = forge.encrypting(List.of(numbers(numbers), List.of(0, 1, 0)));
    refused(ballot.toBytes(), Reason.BAD_PROOF, path);
  }

  @ParameterizedTest
  @CsvSource({
    "1 1 0, answers[1].blank_proof", // blank and a choice
    "1 1 -1, answers[1].individual_proofs[2]", // blank and a sum of zero
    "0 0 0, answers[1].overall_proof",
    "0 1 1, answers[1].overall_proof",
    "2 0 0, answers[1].individual_proofs[0]",
  })
  void aBlankVoteStandsAlone(String numbers, String path) {
    Json.Obj ballot = forge.encrypting(List.of(List.of(1, 0, 1), numbers(numbers)));
    refused(ballot.toBytes(), Reason.BAD_PROOF, path);
  }

  private static List<Integer> numbers(String text) {
    return List.of(text.split(" ", -1)).stream().map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement", "fingerprint", "credential", "choices", "kind"})
  void aProofThatHashesLessIsRefused(String omitted) {
    String fingerprint = election.election().fingerprint().base64();
    String credential = election.voter(0).credential().encode();
    AnswerForge weak =
        forge
            .answer(0)
            .hashing(
                prefix ->
                    switch (omitted) {
                      case "statement" -> "prove|" + fingerprint + "|" + credential + "|";
                      case "fingerprint" -> prefix.replace(fingerprint, "");
                      case "credential" -> prefix.replace(credential, "");
                      case "choices" -> prefix.replaceAll("\\|[^|]*\\|$", "||");
                      default -> prefix.replace("prove|", "");
                    });
    Json second = forge.answer(1).encrypting(List.of(0, 1, 0));
    Json.Obj ballot = forge.of(List.of(weak.encrypting(List.of(1, 0, 0)), second));
    refused(ballot.toBytes(), Reason.BAD_PROOF, "answers[0].individual_proofs[0]");
  }

  @Test
  void boundsComeFromTheQuestionAndNotFromTheBallot() {
    Question.Homomorphic wider = new Question.Homomorphic("?", List.of("a", "b", "c"), 0, 3, false);
    Question.Homomorphic lower = new Question.Homomorphic("?", List.of("a", "b", "c"), 0, 1, false);
    Json second = forge.answer(1).encrypting(List.of(0, 1, 0));
    Json.Obj longer = forge.of(List.of(forge.answer(wider).encrypting(List.of(1, 1, 1)), second));
    refused(longer.toBytes(), Reason.WRONG_SHAPE, "answers[0].overall_proof");
    Json.Obj shifted = forge.of(List.of(forge.answer(lower).encrypting(List.of(0, 0, 0)), second));
    refused(shifted.toBytes(), Reason.BAD_PROOF, "answers[0].overall_proof");
  }

  @Test
  void aBallotCannotBeTakenOverByAnotherVoter() {
    byte[] victims = election.cast(election.voter(1), CHOICES).encode();
    accepted(victims);
    refused(
        forge.takeOver(JsonEdit.open(victims)),
        Reason.BAD_PROOF,
        "answers[0].individual_proofs[0]");
  }

  @Test
  void aBallotCannotBeTakenToAnotherElection() {
    SmallElection twin = election.twin();
    byte[] there = twin.cast(twin.voter(0), CHOICES).encode();
    assertThat(twin.checker().check(there)).isInstanceOf(BallotOutcome.Valid.class);
    refused(there, Reason.WRONG_ELECTION, "election_uuid");
    Json.Obj renamed =
        JsonEdit.replace(JsonEdit.open(there), "election_uuid", election.election().uuid().value());
    refused(forge.takeOver(renamed), Reason.WRONG_ELECTION, "election_hash");
    Json.Obj moved =
        JsonEdit.replace(renamed, "election_hash", election.election().fingerprint().base64());
    refused(forge.takeOver(moved), Reason.BAD_PROOF, "answers[0].individual_proofs[0]");
  }

  @Test
  void theRightFingerprintDoesNotExcuseAnotherUuid() {
    Json.Obj ballot = forge.encrypting(CHOICES);
    String uuid = election.twin().election().uuid().value();
    refused(
        forge.resign(JsonEdit.replace(ballot, "election_uuid", uuid)),
        Reason.WRONG_ELECTION,
        "election_uuid");
  }

  @Test
  void onlyListedCredentialsVote() {
    CredentialKey stranger = election.freshVoter();
    refused(
        forgeOf(stranger).encrypting(CHOICES).toBytes(), Reason.UNKNOWN_CREDENTIAL, "credential");
    Json.Obj identity =
        JsonEdit.replace(
            forge.encrypting(CHOICES), "credential", election.group().identity().encode());
    refused(forge.resign(identity), Reason.UNKNOWN_CREDENTIAL, "credential");
  }

  @Test
  void onlyTheOwnerOfACredentialSigns() {
    Json.Obj ballot = forge.encrypting(CHOICES);
    refused(forgeOf(election.voter(1)).resign(ballot), Reason.BAD_SIGNATURE, "signature.proof");
  }

  @Test
  void aSignatureIsOverTheWholeBallot() {
    Json.Obj first = forge.encrypting(CHOICES);
    Json.Obj second = forge.encrypting(List.of(List.of(0, 1, 0), List.of(1, 0, 0)));
    Json.Obj spliced = JsonEdit.replace(first, "answers[1]", JsonEdit.get(second, "answers[1]"));
    refused(spliced.toBytes(), Reason.BAD_SIGNATURE, "signature.hash");
    accepted(forge.resign(spliced));
    Json.Obj otherHash =
        JsonEdit.replace(spliced, "signature.hash", JsonEdit.text(second, "signature.hash"));
    refused(otherHash.toBytes(), Reason.BAD_SIGNATURE, "signature.hash");
    Json.Obj otherSignature =
        JsonEdit.replace(first, "signature.proof", JsonEdit.get(second, "signature.proof"));
    refused(otherSignature.toBytes(), Reason.BAD_SIGNATURE, "signature.proof");
  }

  @Test
  void aSignatureOfZeroesIsNoSignature() {
    Json.Obj ballot = forge.encrypting(CHOICES);
    Json.Obj zero = JsonEdit.replace(ballot, "signature.proof.challenge", "0");
    refused(zero.toBytes(), Reason.BAD_SIGNATURE, "signature.proof");
    refused(
        JsonEdit.replace(zero, "signature.proof.response", "0").toBytes(),
        Reason.BAD_SIGNATURE,
        "signature.proof");
  }

  @Test
  void answersToEqualQuestionsMayBeExchangedByTheirOwnerOnly() throws DecodingException {
    Question.Homomorphic question =
        new Question.Homomorphic("?", List.of("Yes", "No"), 1, 1, false);
    election = SmallElection.in(Groups.named("Ed25519"), List.of(question, question));
    checker = election.checker();
    forge = forgeOf(election.voter(0));
    Json.Obj ballot = forge.encrypting(List.of(List.of(1, 0), List.of(0, 1)));
    Json.Obj swapped = JsonEdit.swap(ballot, "answers[0]", "answers[1]");
    refused(swapped.toBytes(), Reason.BAD_SIGNATURE, "signature.hash");
    accepted(forge.resign(swapped));
  }

  @Test
  void proofsOfOneKindDoNotPassForAnother() throws DecodingException {
    Question.Homomorphic petition = new Question.Homomorphic("?", List.of("Sign"), 0, 1, false);
    election = SmallElection.in(Groups.named("Ed25519"), List.of(petition));
    checker = election.checker();
    forge = forgeOf(election.voter(0));
    Json.Obj ballot = forge.encrypting(List.of(List.of(1)));
    accepted(ballot.toBytes());
    refused(
        forge.resign(
            JsonEdit.swap(ballot, "answers[0].individual_proofs[0]", "answers[0].overall_proof")),
        Reason.BAD_PROOF,
        "answers[0].individual_proofs[0]");
    refused(
        forge.resign(
            JsonEdit.replace(
                ballot,
                "answers[0].overall_proof",
                JsonEdit.get(ballot, "answers[0].individual_proofs[0]"))),
        Reason.BAD_PROOF,
        "answers[0].overall_proof");
  }

  @Test
  void aCiphertextWithoutRandomnessIsValidButNamed() {
    SecretScalar zero = election.group().secret(0);
    Json plain = forge.answer(0).encrypting(List.of(1, 0, 0), Collections.nCopies(3, zero));
    Json second = forge.answer(1).encrypting(List.of(0, 1, 0));
    BallotOutcome outcome = checker.check(forge.of(List.of(plain, second)).toBytes());
    assertThat(outcome).isInstanceOf(BallotOutcome.Valid.class);
    assertThat(((BallotOutcome.Valid) outcome).revealing())
        .containsExactly(
            "answers[0].choices[0].alpha",
            "answers[0].choices[1].alpha",
            "answers[0].choices[2].alpha");
  }

  @Test
  void randomnessThatAddsUpToZeroIsNoSpecialCase() {
    SecretScalar random = election.group().randomSecret(election.random());
    List<SecretScalar> randomness = List.of(random, random.negate(), election.group().secret(0));
    Json answer = forge.answer(0).encrypting(List.of(1, 0, 0), randomness);
    Json second = forge.answer(1).encrypting(List.of(0, 1, 0));
    accepted(forge.of(List.of(answer, second)).toBytes());
  }

  @Test
  void theNumberOfAnswersIsExact() {
    Json first = forge.answer(0).encrypting(List.of(1, 0, 0));
    Json second = forge.answer(1).encrypting(List.of(0, 1, 0));
    accepted(forge.of(List.of(first, second)).toBytes());
    List<List<Json>> wrong = List.of(List.of(), List.of(first), List.of(first, second, second));
    for (List<Json> answers : new ArrayList<>(wrong)) {
      refused(forge.of(answers).toBytes(), Reason.WRONG_SHAPE, "answers");
    }
  }
}
