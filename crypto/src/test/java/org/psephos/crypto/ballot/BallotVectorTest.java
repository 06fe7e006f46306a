package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.InvalidCodeException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.OldCode;
import org.psephos.crypto.hash.Digest;

/** Ballots that another program made are read, written, hashed and verified as it did. */
class BallotVectorTest {

  private static final String A = "a-2048-single";
  private static final String A20 = "a20-2048-single-tool20";
  private static final String B = "b-rfc3526-thr2of3-weights";
  private static final String C = "c-ed25519-thr3of5";

  @ParameterizedTest
  @ValueSource(strings = {A, A20, B, C})
  void everyBallotIsReadAndWrittenByteForByte(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    assertThat(vector.ballots()).isNotEmpty();
    for (byte[] bytes : vector.ballots()) {
      Ballot ballot = Ballot.decode(bytes, election.group());
      assertThat(ballot.encode()).isEqualTo(bytes);
      assertThat(ballot.tracker()).isEqualTo(Digest.sha256(bytes));
      assertThat(ballot.signature().hash()).isEqualTo(ballot.unsignedDigest());
      assertThat(ballot.uuid()).isEqualTo(election.uuid());
      assertThat(ballot.fingerprint()).isEqualTo(election.fingerprint());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, A20, B, C})
  void everyBallotIsValidAndCarriesItsWeight(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    CredentialList credentials = CredentialList.decode(vector.credentials(), election.group());
    BallotChecker checker = new BallotChecker(election, credentials);
    List<BallotOutcome> outcomes = checker.checkAll(vector.ballots());
    assertThat(outcomes).hasSameSizeAs(vector.ballots());
    for (int i = 0; i < outcomes.size(); i++) {
      assertThat(outcomes.get(i)).isInstanceOf(BallotOutcome.Valid.class);
      BallotOutcome.Valid valid = (BallotOutcome.Valid) outcomes.get(i);
      assertThat(valid.tracker()).isEqualTo(vector.events().get(i + 1).payload().orElseThrow());
      assertThat(valid.revealing()).isEmpty();
      assertThat(valid.weight())
          .isEqualTo(credentials.weightOf(valid.ballot().credential().encode()).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {A, A20, B, C})
  void theStepsOfAVerifierAgreeWithTheWholeCheck(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    CredentialList credentials = CredentialList.decode(vector.credentials(), election.group());
    BallotChecker checker = new BallotChecker(election, credentials);
    BallotReading reading = checker.read(vector.ballots().get(0));
    assertThat(reading).isInstanceOf(BallotReading.Legible.class);
    Ballot ballot = ((BallotReading.Legible) reading).ballot();
    assertThat(checker.weight(ballot)).isPresent();
    assertThat(checker.signatureHolds(ballot)).isTrue();
    assertThat(checker.firstFalseProof(ballot)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {A, A20, B, C})
  void everyCodeGivesTheCredentialOfItsBallot(String name)
      throws DecodingException, InvalidCodeException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    CredentialList credentials = CredentialList.decode(vector.credentials(), election.group());
    List<String> derived = new ArrayList<>();
    for (String line : vector.lines("votes.tab")) {
      try (CredentialKey key = derive(line.split("\t", -1)[1], election, name.equals(A20))) {
        derived.add(key.credential().encode());
      }
    }
    assertThat(derived).isNotEmpty().doesNotHaveDuplicates().allMatch(credentials::contains);
    List<String> inBallots = new ArrayList<>();
    for (byte[] bytes : vector.ballots()) {
      inBallots.add(Ballot.decode(bytes, election.group()).credential().encode());
    }
    assertThat(inBallots.subList(0, derived.size())).isEqualTo(derived);
  }

  private static CredentialKey derive(String text, Election election, boolean old)
      throws InvalidCodeException {
    if (old) {
      assertThat(OldCode.isWellFormed(text)).isTrue();
      return OldCode.derive(text, election.uuid(), election.group());
    }
    try (Code code = Code.readUnchecked(text)) {
      assertThat(code.expose()).isEqualTo(text);
      return code.derive(election.uuid(), election.group());
    }
  }
}
