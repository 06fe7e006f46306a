package org.psephos.crypto.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * What is refused in each step. Every altered object is signed again, so that only the rule under
 * test can refuse it; the honest twin of all of them is the first test of each group.
 */
class CeremonyInspectionTest {

  private final HeldCeremony held = HeldCeremony.of("Ed25519", 2, 3);
  private final Ceremony ceremony = held.ceremony();
  private final Group group = ceremony.group();
  private final SecureRandom random = held.random();
  private final MemberKeys second = held.keys(2);

  private static List<String> codes(Inspection inspection) {
    assertThat(inspection.checks()).isPositive();
    return inspection.faults().stream().map(Finding::code).toList();
  }

  @Nested
  class Certificates {

    private final Certificate honest = held.certificates().get(1);
    private final List<Certificate> earlier = held.certificates().subList(0, 1);

    @Test
    void anHonestOnePasses() {
      assertThat(inspect(honest, earlier)).isEmpty();
    }

    @Test
    void itIsForThisCeremonyAndMemberOnly() {
      Certificate.Context right = ceremony.context(2);
      for (Certificate.Context wrong :
          List.of(
              new Certificate.Context("BELENIOS-2048", 3, 2, 2),
              new Certificate.Context(right.group(), 4, 2, 2),
              new Certificate.Context(right.group(), 3, 3, 2),
              new Certificate.Context(right.group(), 3, 2, 3))) {
        Certificate other = Certificate.sign(wrong, second.signing(), honest.encryption(), random);
        assertThat(inspect(other, earlier)).containsExactly("certificate-context");
      }
    }

    @Test
    void itHasAContext() {
      String message =
          "{\"verification\":\""
              + honest.verification().encode()
              + "\",\"encryption\":\""
              + honest.encryption().encode()
              + "\"}";
      Certificate old =
          new Certificate(
              Optional.empty(),
              honest.verification(),
              honest.encryption(),
              SignedMessage.sign(message, second.signing(), random));
      assertThat(inspect(old, earlier)).containsExactly("certificate-context");
    }

    @Test
    void itIsSignedWithItsOwnKey() {
      Certificate stolen =
          new Certificate(
              honest.context(),
              honest.verification(),
              honest.encryption(),
              SignedMessage.sign(honest.signed().message(), held.keys(3).signing(), random));
      assertThat(inspect(stolen, earlier)).containsExactly("certificate-signature");
    }

    @Test
    void itsKeysAreNotTheIdentity() {
      assertThat(inspect(sign(second.signing(), group.identity()), earlier))
          .containsExactly("trustee-identity");
      TrusteeKeyPair zero = TrusteeKeyPair.restore(group, new byte[] {0});
      assertThat(inspect(sign(zero, honest.encryption()), earlier))
          .containsExactly("trustee-identity");
    }

    @Test
    void itsKeysAreNewAndDiffer() {
      Certificate first = earlier.get(0);
      assertThat(inspect(sign(second.signing(), second.signing().publicKey()), earlier))
          .containsExactly("certificate-distinct");
      for (Element copied :
          List.of(
              first.encryption(),
              first.verification(),
              first.encryption().negate(),
              second.signing().publicKey().negate())) {
        assertThat(inspect(sign(second.signing(), copied), earlier))
            .containsExactly("certificate-distinct");
      }
    }

    @Test
    void aCertificateOfAnEarlierAttemptIsNotUsedAgain() {
      assertThat(inspect(honest, List.of(earlier.get(0), honest)))
          .containsExactly("certificate-distinct", "certificate-distinct");
    }

    private Certificate sign(TrusteeKeyPair signer, Element encryption) {
      return Certificate.sign(ceremony.context(2), signer, encryption, random);
    }

    private List<String> inspect(Certificate certificate, Collection<Certificate> others) {
      return codes(CeremonyInspection.certificate(ceremony, 2, certificate, others));
    }
  }

  @Nested
  class OfDealings {

    private final Dealing honest = held.dealing(2);
    private final Proof other = held.dealing(3).signature();

    @Test
    void anHonestOnePasses() {
      assertThat(inspect(honest)).isEmpty();
    }

    @Test
    void itIsWhatWasCommittedTo() {
      Inspection changed =
          CeremonyInspection.dealing(
              ceremony, 2, held.certificates(), held.commitment(1), honest, List.of());
      assertThat(codes(changed)).containsExactly("coefficients-commitment");
      assertThat(changed.faults().get(0).expected()).contains(held.commitment(1).hex());
    }

    /** The hash names attempt and member, so a copied commitment fits nobody else. */
    @Test
    void aCommitmentOfAnotherMemberOrAttemptDoesNotFit() {
      List<Element> elements = held.polynomial(2).commitments();
      Ceremony later = HeldCeremony.ceremony("Ed25519", 2, 2, 3);

      assertThat(ceremony.commitment(2, elements)).isEqualTo(held.commitment(2));
      assertThat(ceremony.commitment(3, elements)).isNotEqualTo(held.commitment(2));
      assertThat(later.commitment(2, elements)).isNotEqualTo(held.commitment(2));
      assertThat(ceremony.commitment(2, elements))
          .isEqualTo(
              Digest.sha256(
                  "psephos/coefexps/1|Ceremony123456/1|2|{\"coefexps\":[\""
                      + elements.get(0).encode()
                      + "\",\""
                      + elements.get(1).encode()
                      + "\"]}"));
    }

    @Test
    void itHasExactlyAsManyCoefficientsAsTheThreshold() {
      for (int threshold : new int[] {1, 3}) {
        try (SecretPolynomial polynomial = SecretPolynomial.random(group, threshold, random)) {
          Dealing dealing = with(polynomial.commitments());
          assertThat(inspect(dealing, committed(dealing))).containsExactly("coefficients-length");
        }
      }
    }

    @Test
    void noCoefficientIsTheIdentity() {
      List<Element> elements = held.polynomial(2).commitments();
      for (List<Element> flat :
          List.of(
              List.of(elements.get(0), group.identity()),
              List.of(group.identity(), elements.get(1)))) {
        Dealing dealing = with(flat);
        assertThat(inspect(dealing, committed(dealing))).containsExactly("trustee-identity");
      }
    }

    @Test
    void itsCoefficientsAreSignedByItsMember() {
      Coefficients stolen =
          Coefficients.sign(held.polynomial(2).commitments(), held.keys(3).signing(), random);
      assertThat(
              inspect(
                  new Dealing(
                      stolen, honest.shares(), honest.sharesSignature(), honest.signature())))
          .containsExactly("coefficients-signature");
    }

    @Test
    void itsSignatureIsOverAllCertificatesOfThisBoard() {
      assertThat(
              inspect(
                  new Dealing(
                      honest.coefficients(), honest.shares(), honest.sharesSignature(), other)))
          .containsExactly("certificates-signature");

      // A board that shows member 3 with other keys to somebody.
      List<Certificate> shown = new ArrayList<>(held.certificates());
      shown.set(2, MemberKeys.generate(group, random).certify(ceremony, 3, random));
      assertThat(
              codes(
                  CeremonyInspection.dealing(
                      ceremony, 2, shown, held.commitment(2), honest, List.of())))
          .containsExactly("certificates-signature");
    }

    @Test
    void itNamesAShareForEachMember() {
      for (List<Digest> shares :
          List.of(
              honest.shares().subList(0, 2),
              List.of(
                  honest.shares().get(0),
                  honest.shares().get(1),
                  honest.shares().get(2),
                  honest.shares().get(2)))) {
        assertThat(inspect(signedShares(ceremony, 2, shares))).containsExactly("shares-length");
      }
    }

    @Test
    void nobodyElseChangesTheSharesOrTheirOrder() {
      List<Digest> reversed =
          List.of(honest.shares().get(2), honest.shares().get(1), honest.shares().get(0));
      assertThat(
              inspect(
                  new Dealing(
                      honest.coefficients(),
                      reversed,
                      honest.sharesSignature(),
                      honest.signature())))
          .containsExactly("shares-signature");
      assertThat(
              inspect(signedShares(HeldCeremony.ceremony("Ed25519", 2, 2, 3), 2, honest.shares())))
          .containsExactly("shares-signature");
      assertThat(inspect(signedShares(ceremony, 3, honest.shares())))
          .containsExactly("shares-signature");
      assertThat(inspect(signedShares(ceremony, 2, honest.shares()))).isEmpty();
    }

    @Test
    void itsConstantTermIsUnlikeTheOthers() {
      List<Element> first = held.polynomial(1).commitments();
      for (Element copied : List.of(first.get(0), first.get(0).negate())) {
        Dealing dealing = with(List.of(copied, held.polynomial(2).commitments().get(1)));
        assertThat(
                codes(
                    CeremonyInspection.dealing(
                        ceremony,
                        2,
                        held.certificates(),
                        committed(dealing),
                        dealing,
                        List.of(held.dealing(3), held.dealing(1)))))
            .containsExactly("trustee-distinct");
        assertThat(inspect(dealing, committed(dealing))).isEmpty();
      }
    }

    @Test
    void itFollowsAllCertificates() {
      assertThatThrownBy(
              () ->
                  CeremonyInspection.dealing(
                      ceremony,
                      2,
                      held.certificates().subList(0, 2),
                      held.commitment(2),
                      honest,
                      List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    private Dealing with(List<Element> elements) {
      String seen = PedersenGroup.certificatesText(held.certificates(), elements);
      return new Dealing(
          Coefficients.sign(elements, second.signing(), random),
          honest.shares(),
          honest.sharesSignature(),
          SignedMessage.signature(seen, second.signing(), random));
    }

    private Dealing signedShares(Ceremony of, int index, List<Digest> shares) {
      return new Dealing(
          honest.coefficients(),
          shares,
          SignedMessage.signature(Dealing.sharesText(of, index, shares), second.signing(), random),
          honest.signature());
    }

    private Digest committed(Dealing dealing) {
      return ceremony.commitment(2, dealing.coefficients().elements());
    }

    private List<String> inspect(Dealing dealing) {
      return inspect(dealing, held.commitment(2));
    }

    private List<String> inspect(Dealing dealing, Digest commitment) {
      return codes(
          CeremonyInspection.dealing(
              ceremony, 2, held.certificates(), commitment, dealing, List.of()));
    }
  }

  @Nested
  class VerificationKeys {

    private final TrusteeKey honest = held.verificationKey(2);

    @Test
    void anHonestOnePasses() {
      assertThat(inspect(honest)).isEmpty();
    }

    @Test
    void itIsWhatTheDealingsGive() {
      assertThat(inspect(second.publish(TrusteeKeyPair.generate(group, random), random)))
          .containsExactly("verification-key");
    }

    @Test
    void itsSecretIsKnown() {
      TrusteeKey copied =
          new TrusteeKey(
              honest.publicKey(),
              held.verificationKey(1).pok(),
              honest.signature(),
              Optional.empty());
      assertThat(inspect(copied)).containsExactly("trustee-pok");
    }

    @Test
    void itIsSignedByItsMember() {
      assertThat(inspect(new TrusteeKey(honest.publicKey(), honest.pok())))
          .containsExactly("verification-key-signature");
      try (TrusteeKeyPair share = held.keyShare(2)) {
        assertThat(inspect(held.keys(1).publish(share, random)))
            .containsExactly("verification-key-signature");
      }
    }

    @Test
    void itHasNoName() {
      assertThat(
              inspect(
                  new TrusteeKey(
                      honest.publicKey(), honest.pok(), honest.signature(), Optional.of("Eve"))))
          .containsExactly("verification-key-name");
    }

    private List<String> inspect(TrusteeKey key) {
      return codes(CeremonyInspection.verificationKey(held.dealings(), 2, key));
    }
  }
}
