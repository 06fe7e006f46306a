package org.psephos.crypto.trustee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.fixture.BeleniosVector;

/** Trustees that another program made, and copies of them with one defect each. */
class TrusteesVectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-2048-single",
        "a20-2048-single-tool20",
        "b-rfc3526-thr2of3-weights",
        "c-ed25519-thr3of5"
      })
  void trusteesAreReadWrittenAndPassEveryCheck(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Election election = Election.decode(vector.election());
    Trustees trustees = Trustees.decode(vector.trustees(), election.group());
    Inspection inspection = trustees.inspect(election.publicKey().element());

    assertThat(trustees.encode()).isEqualTo(vector.trustees());
    assertThat(inspection.findings()).isEmpty();
    assertThat(inspection.passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "A-t19-trustee-pok, trustee-pok, trustees[0].pok",
    "B-t31-cert-signature, certificate-signature, trustees[0].certs[0].signature",
    "B-t32-coefexps-signature, coefficients-signature, trustees[0].coefexps[1].signature",
    "B-t34-verification-key-pok, trustee-pok, trustees[0].verification_keys[1].pok"
  })
  void oneDefectIsNamedWithItsPlace(String name, String code, String where)
      throws DecodingException {
    BeleniosVector vector = BeleniosVector.defect(name);
    Election election = Election.decode(vector.election());
    Trustees trustees = Trustees.decode(vector.trustees(), election.group());
    Inspection inspection = trustees.inspect(election.publicKey().element());

    assertThat(inspection.passed()).isFalse();
    assertThat(inspection.faults())
        .extracting(Finding::code, Finding::where)
        .contains(org.assertj.core.groups.Tuple.tuple(code, where));
  }

  @Test
  void ownersAreNumberedOverMembers() throws DecodingException {
    BeleniosVector vector = BeleniosVector.b();
    Trustees trustees =
        Trustees.decode(vector.trustees(), Election.decode(vector.election()).group());

    assertThat(trustees.owners()).extracting(Owner::number).containsExactly(1, 2, 3);
    assertThat(trustees.owners()).extracting(Owner::index).containsExactly(1, 2, 3);
    assertThat(trustees.owner(0)).isEmpty();
    assertThat(trustees.owner(4)).isEmpty();
    assertThat(trustees.suffices(java.util.Set.of(1, 3))).isTrue();
    assertThat(trustees.suffices(java.util.Set.of(3, 4))).isFalse();
  }
}
