package org.psephos.crypto.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.Lagrange;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** Honest members of every size come to a group that everybody accepts. */
class CeremonyTest {

  static Stream<Arguments> sizes() {
    Stream<Arguments> small =
        IntStream.rangeClosed(1, 5)
            .boxed()
            .flatMap(n -> IntStream.rangeClosed(1, n).mapToObj(t -> Arguments.of("Ed25519", t, n)));
    return Stream.concat(
        small,
        Stream.of(
            Arguments.of("BELENIOS-2048", 1, 1),
            Arguments.of("BELENIOS-2048", 2, 3),
            Arguments.of("BELENIOS-2048", 5, 5),
            Arguments.of("RFC-3526-2048", 2, 3)));
  }

  @ParameterizedTest(name = "{1} of {2} in {0}")
  @MethodSource("sizes")
  void everyStepPassesAndAnyThresholdOfMembersHoldsTheKey(String group, int threshold, int size)
      throws Exception {
    HeldCeremony held = HeldCeremony.of(group, threshold, size);
    assertThatEveryStepPasses(held);

    Trustees trustees = new Trustees(List.of(held.finish()));
    Element key = trustees.electionKey();
    Inspection inspection = trustees.inspect(key);
    assertThat(inspection.faults()).isEmpty();
    assertThat(inspection.warnings())
        .extracting(Finding::code)
        .isEqualTo(threshold == 1 ? List.of("threshold-one") : List.of());
    assertThat(Trustees.decode(trustees.encode(), held.ceremony().group())).isEqualTo(trustees);
    String object = Utf8.decode(trustees.encode());
    assertThat(((PedersenGroup) trustees.entries().get(0)).fingerprint())
        .isEqualTo(Digest.sha256(object.substring(1, object.length() - 1)));
    for (List<Integer> members : subsets(size, threshold)) {
      assertThat(interpolated(held, members)).isEqualTo(key);
    }
    if (threshold > 1) {
      List<Integer> tooFew = IntStream.rangeClosed(1, threshold - 1).boxed().toList();
      assertThat(interpolated(held, tooFew)).isNotEqualTo(key);
    }
  }

  @Test
  void theLargestGroupPassesEveryCheckAndFitsEveryLimit() throws Exception {
    HeldCeremony held = HeldCeremony.of("Ed25519", 13, 25);

    Trustees trustees = new Trustees(List.of(held.finish()));
    assertThat(trustees.inspect(trustees.electionKey()).findings()).isEmpty();
    assertThat(Trustees.decode(trustees.encode(), held.ceremony().group())).isEqualTo(trustees);
    assertThat(interpolated(held, IntStream.rangeClosed(13, 25).boxed().toList()))
        .isEqualTo(trustees.electionKey());
  }

  /** The largest objects of all: long elements, long scalars, many of both. */
  @Test
  void theLargestDealingAndEvidenceFitTheirLimits() throws Exception {
    Ceremony ceremony = HeldCeremony.ceremony("RFC-3526-2048", 1, 25, 25);
    Group group = ceremony.group();
    SeededRandom random = SeededRandom.of("largest");
    List<MemberKeys> keys = new ArrayList<>();
    List<Certificate> certificates = new ArrayList<>();
    for (int index = 1; index <= 25; index++) {
      keys.add(MemberKeys.generate(group, random));
      certificates.add(keys.get(index - 1).certify(ceremony, index, random));
    }
    SecretPolynomial polynomial = SecretPolynomial.random(group, 25, random);
    Deal deal = Deal.make(ceremony, 25, certificates, keys.get(24), polynomial, random);

    assertThat(Dealing.decode(deal.dealing().encode(), group)).isEqualTo(deal.dealing());
    assertThat(deal.shares())
        .allMatch(share -> share.toByteArray().length < SealedShare.MOST_BYTES / 2);
    Evidence evidence =
        new Evidence(
            Optional.of(
                new Evidence.Opening(polynomial.commitments().get(0), deal.dealing().signature())),
            SealedShare.of(new byte[SealedShare.MOST_BYTES]));
    assertThat(Evidence.decode(evidence.encode(), group)).isEqualTo(evidence);
  }

  private static void assertThatEveryStepPasses(HeldCeremony held) throws Exception {
    Ceremony ceremony = held.ceremony();
    List<Certificate> seen = new ArrayList<>();
    List<Dealing> dealt = new ArrayList<>();
    for (int i = 1; i <= ceremony.size(); i++) {
      Certificate certificate = held.certificates().get(i - 1);
      assertThat(CeremonyInspection.certificate(ceremony, i, certificate, seen).findings())
          .isEmpty();
      assertThat(Certificate.decode(certificate.encode(), ceremony.group())).isEqualTo(certificate);
      seen.add(certificate);
    }
    for (int i = 1; i <= ceremony.size(); i++) {
      Dealing dealing = held.dealing(i);
      Inspection inspection =
          CeremonyInspection.dealing(ceremony, i, seen, held.commitment(i), dealing, dealt);
      assertThat(inspection.findings()).isEmpty();
      assertThat(inspection.checks()).isGreaterThan(ceremony.threshold());
      assertThat(Dealing.decode(dealing.encode(), ceremony.group())).isEqualTo(dealing);
      dealt.add(dealing);
    }
    for (int i = 1; i <= ceremony.size(); i++) {
      TrusteeKey key = held.verificationKey(i);
      assertThat(CeremonyInspection.verificationKey(held.dealings(), i, key).findings()).isEmpty();
    }
  }

  /** What these members' keys give at zero. */
  private static Element interpolated(HeldCeremony held, List<Integer> members) {
    Group group = held.ceremony().group();
    List<Scalar> weights = Lagrange.atZero(group, members);
    Element sum = group.identity();
    for (int k = 0; k < members.size(); k++) {
      try (TrusteeKeyPair share = held.keyShare(members.get(k))) {
        sum = sum.plus(share.publicKey().times(weights.get(k)));
      }
    }
    return sum;
  }

  private static List<List<Integer>> subsets(int size, int members) {
    return IntStream.range(0, 1 << size)
        .filter(bits -> Integer.bitCount(bits) == members)
        .mapToObj(
            bits ->
                IntStream.rangeClosed(1, size)
                    .filter(i -> (bits >> (i - 1) & 1) == 1)
                    .boxed()
                    .toList())
        .toList();
  }

  @Test
  void sharesOfAnotherMemberOrTooFewMakeNoKey() {
    HeldCeremony held = HeldCeremony.of("Ed25519", 2, 3);
    Dealings dealings = held.dealings();
    List<ShareOutcome.Accepted> mine =
        IntStream.rangeClosed(1, 3)
            .mapToObj(from -> dealings.open(from, 2, held.share(from, 2), held.keys(2)))
            .map(ShareOutcome.Accepted.class::cast)
            .toList();

    assertThat(dealings.combine(2, mine).publicKey()).isEqualTo(dealings.keyOf(2));
    assertThatThrownBy(() -> dealings.combine(1, mine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dealings.combine(2, mine.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void termsOutOfRangeAreRefused() {
    assertThat(HeldCeremony.ceremony("Ed25519", 2, 1, 25).id())
        .isEqualTo(HeldCeremony.ELECTION + "/2");
    int[][] refused = {{0, 1, 1}, {1, 0, 3}, {1, 4, 3}, {1, 1, 26}, {1, 1, 0}, {-1, 2, 3}};
    for (int[] terms : refused) {
      assertThatThrownBy(() -> HeldCeremony.ceremony("Ed25519", terms[0], terms[1], terms[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void partsOfOtherMembersAreNotDealt() {
    HeldCeremony held = HeldCeremony.of("Ed25519", 2, 3);
    Ceremony ceremony = held.ceremony();

    assertThatThrownBy(
            () ->
                Deal.make(
                    ceremony,
                    1,
                    held.certificates(),
                    held.keys(2),
                    held.polynomial(1),
                    held.random()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> held.dealings().open(1, 2, held.share(1, 2), held.keys(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            Deal.make(
                    ceremony,
                    1,
                    held.certificates(),
                    held.keys(1),
                    held.polynomial(1),
                    held.random())
                .shares())
        .hasSize(3);
  }
}
