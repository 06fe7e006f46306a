package org.psephos.crypto.decryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.VectorSecrets;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** Tallies, partial decryptions and results that another program made. */
class DecryptionVectorTest {

  private record Case(
      Election election,
      Trustees trustees,
      SizedTally sized,
      EncryptedTally tally,
      ElectionResult result,
      Map<Integer, PartialDecryption> partials) {

    static Case of(BeleniosVector vector) throws DecodingException {
      Election election = Election.decode(vector.election());
      EncryptedTally tally = EncryptedTally.decode(vector.encryptedTally(), election);
      Map<Integer, PartialDecryption> partials = new HashMap<>();
      List<byte[]> decryptions = vector.partialDecryptions();
      for (int i = 0; i < decryptions.size(); i++) {
        Owned owned = Owned.decode(vector.ownedDecryptions().get(i));
        assertThat(owned.encode()).isEqualTo(vector.ownedDecryptions().get(i));
        assertThat(owned.payload()).isEqualTo(Digest.sha256(decryptions.get(i)));
        PartialDecryption partial =
            PartialDecryption.decode(decryptions.get(i), tally, election.group());
        assertThat(partial.encode()).isEqualTo(decryptions.get(i));
        partials.put(owned.owner(), partial);
      }
      return new Case(
          election,
          Trustees.decode(vector.trustees(), election.group()),
          SizedTally.decode(vector.sizedTally()),
          tally,
          ElectionResult.decode(vector.result(), election),
          partials);
    }

    Inspection inspect(int owner) {
      Element key = trustees.owner(owner).orElseThrow().key();
      return partials.get(owner).inspect(election, tally, key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-2048-single",
        "a20-2048-single-tool20",
        "b-rfc3526-thr2of3-weights",
        "c-ed25519-thr3of5"
      })
  void everyObjectIsReadWrittenProvenAndCombinedToTheResult(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Case found = Case.of(vector);

    assertThat(found.tally().encode()).isEqualTo(vector.encryptedTally());
    assertThat(found.sized().encode()).isEqualTo(vector.sizedTally());
    assertThat(found.sized().encryptedTally()).isEqualTo(found.tally().digest());
    assertThat(found.result().encode()).isEqualTo(vector.result());
    for (int owner : found.partials().keySet()) {
      assertThat(found.inspect(owner).passed()).isTrue();
      assertThat(found.inspect(owner).checks()).isEqualTo(found.tally().sums().all().size());
    }
    PerChoice<Element> opened =
        new Combination(found.trustees(), found.tally(), found.partials()).open().orElseThrow();
    assertThat(found.result().inspect(opened, found.sized().weight()).passed()).isTrue();
    assertThat(found.result().inspect(opened, 1).passed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-2048-single", "a20-2048-single-tool20"})
  void privateKeysOfSinglesGiveTheirPublicKeys(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    List<Element> keys = Case.of(vector).trustees().owners().stream().map(Owner::key).toList();

    assertThat(new VectorSecrets(vector).singles())
        .extracting(TrusteeKeyPair::publicKey)
        .containsExactlyElementsOf(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b-rfc3526-thr2of3-weights", "c-ed25519-thr3of5"})
  void sharesOfMembersGiveTheirVerificationKeys(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    VectorSecrets secrets = new VectorSecrets(vector);

    for (Owner owner : Case.of(vector).trustees().owners()) {
      assertThat(secrets.member(owner.index()).publicKey()).isEqualTo(owner.key());
    }
  }

  @Test
  void everySetOfThreeOfFiveGivesTheSameResultAndSurplusAgrees() throws DecodingException {
    BeleniosVector vector = BeleniosVector.c();
    Case found = Case.of(vector);
    VectorSecrets secrets = new VectorSecrets(vector);
    Map<Integer, PartialDecryption> all = new HashMap<>();
    for (int owner = 1; owner <= 5; owner++) {
      TrusteeKeyPair pair = secrets.member(owner);
      all.put(
          owner, PartialDecryption.make(found.election(), found.tally(), pair, new SecureRandom()));
    }
    PerChoice<Element> opened =
        new Combination(found.trustees(), found.tally(), found.partials()).open().orElseThrow();
    for (int absent = 1; absent <= 5; absent++) {
      for (int other = 1; other < absent; other++) {
        Map<Integer, PartialDecryption> three = new HashMap<>(all);
        three.remove(absent);
        three.remove(other);
        assertThat(new Combination(found.trustees(), found.tally(), three).open()).contains(opened);
        three.remove(three.keySet().iterator().next());
        assertThat(new Combination(found.trustees(), found.tally(), three).open()).isEmpty();
      }
    }
    Combination full = new Combination(found.trustees(), found.tally(), all);
    assertThat(full.inspectSurplus().passed()).isTrue();
    assertThat(full.inspectSurplus().checks()).isEqualTo(2 * found.tally().sums().all().size());
    all.put(5, all.get(4));
    assertThat(new Combination(found.trustees(), found.tally(), all).inspectSurplus().faults())
        .extracting(Finding::code)
        .containsOnly("surplus-factor");
  }

  @Test
  void anAlteredProofIsNamedWithItsPlace() throws DecodingException {
    Case found = Case.of(BeleniosVector.defect("A-t10-pd-proof"));
    List<Finding> faults = new java.util.ArrayList<>(found.inspect(1).faults());
    faults.addAll(found.inspect(2).faults());

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).code()).isEqualTo("partial-decryption-proof");
    assertThat(faults.get(0).where()).startsWith("decryption_proofs[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-t09-pd-owner-swapped", "B-t39-pd-wrong-owner"})
  void aPartialDecryptionOfAnotherOwnerDoesNotHold(String name) throws DecodingException {
    Case found = Case.of(BeleniosVector.defect(name));

    assertThat(found.partials().keySet()).anyMatch(owner -> !found.inspect(owner).passed());
  }

  @Test
  void aWrongCountIsNamed() throws DecodingException {
    Case found = Case.of(BeleniosVector.defect("A-t08-wrong-result"));
    PerChoice<Element> opened =
        new Combination(found.trustees(), found.tally(), found.partials()).open().orElseThrow();

    assertThat(found.result().inspect(opened, found.sized().weight()).faults())
        .extracting(Finding::code)
        .contains("result-count");
  }
}
