package org.psephos.crypto.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.hash.Digest;

/** Elections that another program made are read and written byte for byte. */
class ElectionVectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-2048-single",
        "a20-2048-single-tool20",
        "b-rfc3526-thr2of3-weights",
        "c-ed25519-thr3of5"
      })
  void electionAndSetupAreReadAndWrittenByteForByte(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    SetupData setup = SetupData.decode(vector.setup());

    assertThat(election.encode()).isEqualTo(vector.election());
    assertThat(setup.encode()).isEqualTo(vector.setup());
    assertThat(setup.election()).isEqualTo(election.fingerprint());
    assertThat(setup.trustees()).isEqualTo(Digest.sha256(vector.trustees()));
    assertThat(setup.credentials()).isEqualTo(Digest.sha256(vector.credentials()));
    assertThat(Digest.sha256(vector.election())).isEqualTo(election.fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"l-ed25519-lists", "n-ed25519-nonhomomorphic"})
  void questionsThatAreNotCountedAreNamed(String name) {
    BeleniosVector vector = BeleniosVector.named(name);

    assertThatThrownBy(() -> Election.decode(vector.election()))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("supported kind of question");
  }
}
