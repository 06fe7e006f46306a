package org.psephos.crypto.trustee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.fixture.ThresholdGroup;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.proof.Proof;

/**
 * What is refused in a trustees object. Every altered object is otherwise honest: whatever can be
 * signed again is signed again, so that only the rule under test can refuse it.
 */
class TrusteesInspectionTest {

  private static final Group GROUP = group();
  private static final SecureRandom RANDOM = SeededRandom.of("trustees");

  private final ThresholdGroup members = new ThresholdGroup(GROUP, 2, 3, "members");
  private final PedersenGroup honest = members.publish(PedersenGroup.Form.CURRENT);

  @Test
  void honestSinglesAndGroupsPassTogether() {
    Trustees trustees = new Trustees(List.of(single(key()), honest, single(key())));

    assertThat(inspect(trustees).findings()).isEmpty();
    assertThat(inspect(trustees).passed()).isTrue();
    assertThat(trustees.owners()).extracting(Owner::entry).containsExactly(0, 1, 1, 1, 2);
    assertThat(trustees.owners()).extracting(Owner::index).containsExactly(1, 1, 2, 3, 1);
    assertThat(trustees.suffices(Set.of(1, 3, 4, 5))).isTrue();
    assertThat(trustees.suffices(Set.of(1, 2, 3, 4))).isFalse();
    assertThat(trustees.suffices(Set.of(1, 3, 5))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = PedersenGroup.Form.class,
      names = {"FIRST", "SECOND"})
  void theOlderFormsAreReadAndPassWithAWarning(PedersenGroup.Form form) throws DecodingException {
    Trustees old = new Trustees(List.of(members.publish(form)));
    Trustees read = Trustees.decode(old.encode(), GROUP);

    assertThat(read).isEqualTo(old);
    assertThat(inspect(read).passed()).isTrue();
    assertThat(inspect(read).warnings())
        .extracting(Finding::code)
        .containsExactly("threshold-old-form");
  }

  @Test
  void aMixtureOfFormsIsRefused() {
    PedersenGroup first = members.publish(PedersenGroup.Form.FIRST);
    List<Certificate> mixed = replaced(honest.certificates(), 0, first.certificates().get(0));

    assertFault("threshold-form", members.signedBy(with(mixed, honest.coefficients())));
    assertFault("threshold-form", withKeys(replaced(honest.verificationKeys(), 0, unsigned(0))));
  }

  @Test
  void theIdentityIsNoKeyAlthoughItsProofHolds() {
    TrusteeKeyPair zero = TrusteeKeyPair.restore(GROUP, new byte[] {0});
    TrusteeKey identity = zero.prove(RANDOM);
    Trustees trustees = new Trustees(List.of(single(key()), single(identity)));

    assertThat(identity.isProven()).isFalse();
    assertThat(codes(inspect(trustees))).contains("trustee-identity");
  }

  @Test
  void aProofOfAnotherKeyOrGroupIsRefused() {
    TrusteeKey mine = key();
    TrusteeKey copied = new TrusteeKey(mine.publicKey(), key().pok());

    assertThat(mine.isProven()).isTrue();
    assertThat(codes(inspect(new Trustees(List.of(single(copied)))))).containsOnly("trustee-pok");
  }

  @Test
  void aCopiedOrCancellingKeyIsRefusedAlthoughItsProofHolds() throws DecodingException {
    TrusteeKeyPair pair = TrusteeKeyPair.generate(GROUP, RANDOM);
    TrusteeKeyPair negative = TrusteeKeyPair.restore(GROUP, pair.secret().negate().exposeBytes());
    Trustees copied = new Trustees(List.of(single(pair.prove(RANDOM)), single(pair.prove(RANDOM))));
    Trustees cancelling =
        new Trustees(
            List.of(single(key()), single(pair.prove(RANDOM)), single(negative.prove(RANDOM))));

    assertThat(negative.prove(RANDOM).isProven()).isTrue();
    assertThat(codes(inspect(copied))).containsOnly("trustee-distinct");
    assertThat(codes(inspect(cancelling))).containsOnly("trustee-distinct");
    assertThat(inspect(cancelling).faults().get(0).found()).contains("negative of trustees[1]");
  }

  @Test
  void aSingleThatCopiesAMemberIsRefused() {
    Trustees trustees = new Trustees(List.of(honest, single(members.share(2).prove(RANDOM))));

    assertThat(codes(inspect(trustees))).containsOnly("trustee-distinct");
  }

  @Test
  void anElectionKeyThatIsNotTheSumIsRefused() {
    Trustees trustees = new Trustees(List.of(single(key()), honest));

    assertThat(trustees.inspect(trustees.electionKey()).passed()).isTrue();
    assertThat(codes(trustees.inspect(honest.contribution()))).containsOnly("election-key");
  }

  @Test
  void aThresholdOutOfRangeIsRefusedAndOneIsAWarning() {
    ThresholdGroup alone = new ThresholdGroup(GROUP, 1, 3, "alone");
    Trustees one = new Trustees(List.of(alone.publish(PedersenGroup.Form.CURRENT)));
    ThresholdGroup tooMany = new ThresholdGroup(GROUP, 4, 3, "too many");

    assertThat(inspect(one).passed()).isTrue();
    assertThat(inspect(one).warnings()).extracting(Finding::code).containsExactly("threshold-one");
    assertThat(codes(inspect(new Trustees(List.of(tooMany.publish(PedersenGroup.Form.CURRENT))))))
        .containsOnly("threshold-range");
    assertFault("threshold-range", withThreshold(0));
    assertFault("coefficients-length", withThreshold(3));
  }

  @Test
  void aPolynomialOfAnotherDegreeIsRefusedAlthoughAllKeysFollowFromIt() {
    members.setPolynomial(1, List.of(GROUP.scalar(5)));
    assertThat(codes(inspect(new Trustees(List.of(members.publish(PedersenGroup.Form.CURRENT))))))
        .containsOnly("coefficients-length");
  }

  @Test
  void aCoefficientOfZeroIsRefusedAlthoughAllKeysFollowFromIt() {
    members.setPolynomial(1, List.of(GROUP.scalar(5), GROUP.zero()));
    assertThat(codes(inspect(new Trustees(List.of(members.publish(PedersenGroup.Form.CURRENT))))))
        .containsOnly("trustee-identity");
  }

  @Test
  void aCertificateForSomethingElseIsRefused() {
    Certificate.Context context = members.context(1);
    for (Certificate.Context other :
        List.of(
            new Certificate.Context("BELENIOS-2048", 3, 2, 2),
            new Certificate.Context(context.group(), 4, 2, 2),
            new Certificate.Context(context.group(), 3, 3, 2),
            new Certificate.Context(context.group(), 3, 2, 1))) {
      Certificate certificate = members.certificate(1, Optional.of(other));
      assertOnlyFault(
          "certificate-context",
          members.signedBy(
              with(replaced(honest.certificates(), 1, certificate), honest.coefficients())));
    }
  }

  @Test
  void aCopiedEncryptionKeyAndTheIdentityAreRefusedInCertificates() {
    Optional<Certificate.Context> context = Optional.of(members.context(1));
    Certificate copied = members.certificate(1, context, members.receiver(0).publicKey());
    Certificate identity = members.certificate(1, context, GROUP.identity());

    assertOnlyFault(
        "certificate-distinct",
        members.signedBy(with(replaced(honest.certificates(), 1, copied), honest.coefficients())));
    assertFault(
        "trustee-identity",
        members.signedBy(
            with(replaced(honest.certificates(), 1, identity), honest.coefficients())));
  }

  @Test
  void signaturesOverOtherCertificatesOrCoefficientsAreRefused() {
    PedersenGroup stranger =
        new ThresholdGroup(GROUP, 2, 3, "strangers").publish(PedersenGroup.Form.CURRENT);
    List<Proof> mine = honest.signatures().orElseThrow();
    List<Proof> swapped = List.of(mine.get(1), mine.get(0), mine.get(2));

    assertOnlyFault("certificates-signature", withSignatures(swapped));
    assertOnlyFault("certificates-signature", withSignatures(stranger.signatures().orElseThrow()));
    assertOnlyFault("threshold-length", withSignatures(mine.subList(0, 2)));
  }

  @Test
  void aMemberCannotSignForAnother() {
    Coefficients foreign = members.coefficients(2, members.commitments(1));
    Certificate unsigned =
        new Certificate(
            honest.certificates().get(1).context(),
            honest.certificates().get(1).verification(),
            honest.certificates().get(1).encryption(),
            new SignedMessage(
                honest.certificates().get(1).signed().message(),
                honest.certificates().get(2).signed().signature()));

    assertOnlyFault(
        "coefficients-signature",
        with(honest.certificates(), replaced(honest.coefficients(), 1, foreign)));
    assertOnlyFault(
        "certificate-signature",
        members.signedBy(
            with(replaced(honest.certificates(), 1, unsigned), honest.coefficients())));
  }

  @Test
  void aVerificationKeyThatDoesNotFollowIsRefusedAlthoughProvenAndSigned() {
    TrusteeKey other = members.signedKey(1, key());
    TrusteeKey signedByAnother = members.signedKey(0, unsigned(1));

    assertOnlyFault("verification-key", withKeys(replaced(honest.verificationKeys(), 1, other)));
    assertOnlyFault(
        "verification-key-signature",
        withKeys(replaced(honest.verificationKeys(), 1, signedByAnother)));
    assertFault("threshold-length", withKeys(honest.verificationKeys().subList(0, 2)));
  }

  @Test
  void everyFaultIsListedNotOnlyTheFirst() {
    TrusteeKey bad = new TrusteeKey(key().publicKey(), key().pok());
    Trustees trustees = new Trustees(List.of(single(bad), single(key()), single(bad)));

    assertThat(inspect(trustees).faults())
        .extracting(Finding::where)
        .containsExactly(
            "trustees[0].pok",
            "trustees[2].pok",
            "trustees[2].public_key",
            "trustees[2].public_key");
  }

  @Test
  void otherSpellingsAreRefused() throws DecodingException {
    Trustees trustees = new Trustees(List.of(single(key()), honest));
    String text = Utf8.decode(trustees.encode());

    assertThat(Trustees.decode(trustees.encode(), GROUP)).isEqualTo(trustees);
    for (String other :
        List.of(
            text + "\n",
            text.replace("\"Single\"", "\"single\""),
            text.replace("[[\"Single\",", "[[ \"Single\","),
            text.replace("\"threshold\":2", "\"threshold\":2,\"extra\":1"),
            text.replace("\"threshold\":2", "\"threshold\":-1"),
            text.replace("\\\"index\\\":1}", "\\\"index\\\": 1}"),
            "[]",
            "[" + text + "]",
            "{}")) {
      assertThatThrownBy(() -> Trustees.decode(Utf8.encode(other), GROUP))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void aKeyPairIsRestoredFromItsSecretAndClosed() throws DecodingException {
    TrusteeKeyPair pair = TrusteeKeyPair.generate(GROUP, RANDOM);
    TrusteeKey published = pair.prove(RANDOM);
    TrusteeKeyPair restored = TrusteeKeyPair.restore(GROUP, pair.exposeSecret());

    assertThat(restored.publicKey()).isEqualTo(pair.publicKey());
    assertThat(TrusteeKey.decode(published.encode(), GROUP)).isEqualTo(published);
    pair.close();
    assertThatThrownBy(() -> pair.prove(RANDOM)).isInstanceOf(IllegalStateException.class);
    assertThat(restored.prove(RANDOM).isProven()).isTrue();
  }

  private static void assertFault(String code, PedersenGroup altered) {
    assertThat(codes(inspect(new Trustees(List.of(altered))))).contains(code);
  }

  private static void assertOnlyFault(String code, PedersenGroup altered) {
    assertThat(codes(inspect(new Trustees(List.of(altered))))).containsOnly(code);
  }

  private static Inspection inspect(Trustees trustees) {
    return trustees.inspect(trustees.electionKey());
  }

  private static List<String> codes(Inspection inspection) {
    return inspection.faults().stream().map(Finding::code).toList();
  }

  private static TrusteeKey key() {
    return TrusteeKeyPair.generate(GROUP, RANDOM).prove(RANDOM);
  }

  private static Trustee single(TrusteeKey key) {
    return new SingleTrustee(key);
  }

  private TrusteeKey unsigned(int i) {
    TrusteeKey key = honest.verificationKeys().get(i);
    return new TrusteeKey(key.publicKey(), key.pok());
  }

  private PedersenGroup with(List<Certificate> certificates, List<Coefficients> coefficients) {
    return new PedersenGroup(
        2, certificates, coefficients, honest.signatures(), honest.verificationKeys());
  }

  private PedersenGroup withThreshold(int threshold) {
    return new PedersenGroup(
        threshold,
        honest.certificates(),
        honest.coefficients(),
        honest.signatures(),
        honest.verificationKeys());
  }

  private PedersenGroup withSignatures(List<Proof> signatures) {
    return new PedersenGroup(
        2,
        honest.certificates(),
        honest.coefficients(),
        Optional.of(signatures),
        honest.verificationKeys());
  }

  private PedersenGroup withKeys(List<TrusteeKey> keys) {
    return new PedersenGroup(
        2, honest.certificates(), honest.coefficients(), honest.signatures(), keys);
  }

  private static <T> List<T> replaced(List<T> list, int index, T item) {
    List<T> copy = new ArrayList<>(list);
    copy.set(index, item);
    return copy;
  }

  private static Group group() {
    try {
      return Groups.named("Ed25519");
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
