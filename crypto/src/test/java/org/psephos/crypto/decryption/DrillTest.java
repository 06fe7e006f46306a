package org.psephos.crypto.decryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.fixture.CompleteElection;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;

class DrillTest {

  private static final CompleteElection COMPLETE = complete();

  private final Owner owner = COMPLETE.parties().trustees().owner(2).orElseThrow();
  private final TrusteeKeyPair pair = COMPLETE.parties().secrets().get(1);
  private final EncryptedTally sums = Drill.sums(COMPLETE.election());
  private final PartialDecryption partial =
      PartialDecryption.make(COMPLETE.election(), sums, pair, SeededRandom.of("drill"));
  private final StrongDecryptionProof proof = prove(sums, partial);

  private static CompleteElection complete() {
    try {
      return CompleteElection.of(CompleteElection.singles(Groups.named("Ed25519")));
    } catch (org.psephos.crypto.codec.DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private StrongDecryptionProof prove(EncryptedTally of, PartialDecryption answer) {
    return StrongDecryptionProof.prove(
        COMPLETE.election(), of, 2, pair, answer, SeededRandom.of("drill proof"));
  }

  private List<String> faults(PartialDecryption answer, StrongDecryptionProof with) {
    return Drill.inspect(COMPLETE.election(), owner, answer, with).faults().stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void anHonestAnswerPasses() {
    assertThat(Drill.inspect(COMPLETE.election(), owner, partial, proof).passed()).isTrue();
  }

  /** The randomness is recomputed here as the specification says, apart from the code above. */
  @Test
  void theSumsAreTheSpecifiedEncryptionsOfZero() {
    List<Ciphertext> all = sums.sums().all();
    assertThat(sums.sums().shape()).isEqualTo(COMPLETE.tally().sums().shape());
    String fingerprint = COMPLETE.election().fingerprint().base64();
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    for (int i = 0; i < all.size(); i++) {
      byte[] digest = Digest.sha256("psephos/drill/1|" + fingerprint + "|" + i).toByteArray();
      Scalar r = scalar(new BigInteger(1, digest).mod(order));
      Element key = COMPLETE.election().publicKey().element();
      assertThat(all.get(i).alpha()).isEqualTo(COMPLETE.election().group().generator().times(r));
      assertThat(all.get(i).beta()).isEqualTo(key.times(r));
    }
  }

  private static Scalar scalar(BigInteger value) {
    try {
      return COMPLETE.election().group().decodeScalar(value.toString());
    } catch (org.psephos.crypto.codec.DecodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFactorOfAnotherKeyFails() {
    List<Element> factors = new ArrayList<>(partial.factors().all());
    factors.set(0, factors.get(0).plus(COMPLETE.election().group().generator()));
    PartialDecryption wrong =
        new PartialDecryption(partial.factors().filledWith(factors), partial.proofs());
    assertThat(faults(wrong, prove(sums, wrong)))
        .contains("drill-factor", "partial-decryption-proof");
  }

  @Test
  void anAnswerOfAnotherTrusteeFails() {
    TrusteeKeyPair first = COMPLETE.parties().secrets().get(0);
    PartialDecryption other =
        PartialDecryption.make(COMPLETE.election(), sums, first, SeededRandom.of("other"));
    StrongDecryptionProof its =
        StrongDecryptionProof.prove(
            COMPLETE.election(), sums, 1, first, other, SeededRandom.of("its"));
    assertThat(faults(other, its)).contains("drill-factor", "strong-proof-owner");
  }

  /** A decryption of the real sums is no answer: the drill can not be turned into an oracle. */
  @Test
  void aDecryptionOfTheTallyIsNoAnswer() {
    Map<Integer, PartialDecryption> real = COMPLETE.partials();
    assertThat(faults(real.get(2), COMPLETE.proofs().get(2)))
        .contains("drill-factor", "strong-proof");
  }
}
