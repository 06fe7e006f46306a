package org.psephos.crypto.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.fixture.CompleteElection;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;

class StrongDecryptionProofTest {

  /** Immutable, and slow to make. */
  private static final CompleteElection COMPLETE =
      CompleteElection.of(CompleteElection.singles(group()));

  private final CompleteElection complete = COMPLETE;
  private final Election election = complete.election();
  private final EncryptedTally tally = complete.tally();
  private final Owner owner = complete.parties().trustees().owner(1).orElseThrow();
  private final TrusteeKeyPair pair = complete.parties().secrets().get(0);
  private final PartialDecryption partial = complete.partials().get(1);
  private final StrongDecryptionProof proof = complete.proofs().get(1);

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void anHonestElectionIsProvenOpenedAndCounted(String name) throws DecodingException {
    CompleteElection honest = CompleteElection.of(CompleteElection.mixed(Groups.named(name)));
    Map<Integer, PartialDecryption> partials = honest.partials();
    for (Owner each : honest.parties().trustees().owners()) {
      PartialDecryption its = partials.get(each.number());
      StrongDecryptionProof strong =
          StrongDecryptionProof.decode(
              honest.proofs().get(each.number()).encode(), honest.election().group());
      assertThat(its.inspect(honest.election(), honest.tally(), each.key()).passed()).isTrue();
      assertThat(strong.inspect(honest.election(), honest.tally(), each, its).passed()).isTrue();
    }
    PerChoice<Element> opened =
        new Combination(honest.parties().trustees(), honest.tally(), partials).open().orElseThrow();

    assertThat(honest.result().inspect(opened, 6).passed()).isTrue();
    assertThat(honest.parties().trustees().inspect(honest.election().publicKey().element()))
        .matches(inspection -> inspection.passed() && inspection.findings().isEmpty());
  }

  /**
   * The version 1 proof alone is fooled: whoever fixes the commitments first can solve for a factor
   * afterwards. The strong proof is not, also when it is made honestly over the false factor.
   */
  @Test
  void aFactorChosenAfterTheChallengePassesVersionOneAndFailsHere() {
    Scalar nonce = group().randomScalar(SeededRandom.of("nonce"));
    Element key = pair.publicKey();
    Element onGenerator = group().generatorBase().times(nonce);
    Element onBase = group().generator(); // anything
    String prefix = "decrypt|" + election.fingerprint().base64() + "|" + key.encode() + "|";
    Scalar challenge = group().hashToScalar(prefix, List.of(onGenerator, onBase));
    Scalar response =
        TrusteeKeyPair.restore(group(), pair.exposeSecret())
            .secret()
            .times(challenge)
            .negate()
            .reveal()
            .plus(nonce);
    Element alpha = tally.sums().all().get(0).alpha();
    Element factor = onBase.minus(alpha.times(response)).times(challenge.invert());
    PartialDecryption forged =
        new PartialDecryption(
            partial.factors().filledWith(replaced(partial.factors().all(), 0, factor)),
            partial
                .proofs()
                .filledWith(replaced(partial.proofs().all(), 0, new Proof(challenge, response))));
    StrongDecryptionProof honestlyMade =
        StrongDecryptionProof.prove(election, tally, 1, pair, forged, SeededRandom.of("strong"));
    StrongDecryptionProof copied =
        new StrongDecryptionProof(proof.challenge(), 1, forged.digest(), proof.response());

    assertThat(forged.factors()).isNotEqualTo(partial.factors());
    assertThat(forged.inspect(election, tally, key).passed()).isTrue();
    assertThat(codes(honestlyMade, tally, owner, forged)).containsExactly("strong-proof");
    assertThat(codes(copied, tally, owner, forged)).containsExactly("strong-proof");
    assertThat(codes(proof, tally, owner, partial)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048", "RFC-3526-2048"})
  void theEmptyTallyIsProvenInFull(String name) throws DecodingException {
    Group group = Groups.named(name);
    SeededRandom random = SeededRandom.of("empty");
    TrusteeKeyPair alone = TrusteeKeyPair.generate(group, random);
    Election nobodyVoted =
        Election.of(
            election.uuid(),
            election.texts(),
            PublicKey.of(alone.publicKey()),
            election.questions().subList(0, 1));
    Owner only = new Owner(1, 0, 1, alone.publicKey());
    Ciphertext none = Ciphertext.identity(group);
    EncryptedTally empty = new EncryptedTally(new PerChoice<>(List.of(List.of(none, none, none))));
    PartialDecryption honest = PartialDecryption.make(nobodyVoted, empty, alone, random);
    PartialDecryption invented =
        new PartialDecryption(honest.factors().map(factor -> group.generator()), honest.proofs());
    StrongDecryptionProof strong =
        StrongDecryptionProof.prove(nobodyVoted, empty, 1, alone, honest, random);
    StrongDecryptionProof over =
        StrongDecryptionProof.prove(nobodyVoted, empty, 1, alone, invented, random);
    StrongDecryptionProof zero =
        new StrongDecryptionProof(group.zero(), 1, honest.digest(), group.zero());

    assertThat(honest.inspect(nobodyVoted, empty, alone.publicKey()).passed()).isTrue();
    assertThat(strong.inspect(nobodyVoted, empty, only, honest).passed()).isTrue();
    assertThat(over.inspect(nobodyVoted, empty, only, invented).faults())
        .extracting(Finding::code)
        .containsExactly("strong-proof");
    assertThat(zero.inspect(nobodyVoted, empty, only, honest).faults())
        .extracting(Finding::code)
        .containsExactly("strong-proof");
  }

  @Test
  void anotherOwnerTallyKeyOrPartialDecryptionIsRefused() {
    Owner second = complete.parties().trustees().owner(2).orElseThrow();
    StrongDecryptionProof asSecond =
        new StrongDecryptionProof(proof.challenge(), 2, partial.digest(), proof.response());
    StrongDecryptionProof otherSubject =
        new StrongDecryptionProof(proof.challenge(), 1, Digest.sha256("another"), proof.response());
    List<Ciphertext> swapped = new ArrayList<>(tally.sums().all());
    java.util.Collections.swap(swapped, 0, 1);
    EncryptedTally other = new EncryptedTally(tally.sums().filledWith(swapped));
    PartialDecryption remade =
        PartialDecryption.make(election, tally, pair, SeededRandom.of("again"));

    assertThat(codes(asSecond, tally, owner, partial)).containsExactly("strong-proof-owner");
    assertThat(codes(otherSubject, tally, owner, partial)).containsExactly("strong-proof-subject");
    assertThat(codes(proof, other, owner, partial)).containsExactly("strong-proof");
    assertThat(codes(proof, tally, second, partial))
        .containsExactly("strong-proof-owner", "strong-proof");
    assertThat(codes(asSecond, tally, second, partial)).containsExactly("strong-proof");
    assertThat(codes(proof, tally, owner, remade))
        .containsExactly("strong-proof-subject", "strong-proof");
  }

  @Test
  void zeroAndAlteredNumbersAreRefused() {
    Scalar zero = group().zero();
    Scalar one = group().scalar(1);
    for (StrongDecryptionProof altered :
        List.of(
            new StrongDecryptionProof(zero, 1, partial.digest(), zero),
            new StrongDecryptionProof(zero, 1, partial.digest(), proof.response()),
            new StrongDecryptionProof(proof.challenge(), 1, partial.digest(), zero),
            new StrongDecryptionProof(
                proof.challenge(), 1, partial.digest(), proof.response().plus(one)),
            new StrongDecryptionProof(
                proof.challenge().plus(one), 1, partial.digest(), proof.response()))) {
      assertThat(codes(altered, tally, owner, partial)).containsExactly("strong-proof");
    }
  }

  @Test
  void otherSpellingsAreRefused() throws DecodingException {
    String text = Utf8.decode(proof.encode());
    String challenge = "\"challenge\":\"" + proof.challenge().encode() + "\",";

    assertThat(StrongDecryptionProof.decode(proof.encode(), group())).isEqualTo(proof);
    for (String other :
        List.of(
            text + "\n",
            text.replace("\"owner\":1", "\"owner\":\"1\""),
            text.replace("\"owner\":1", "\"owner\":0"),
            text.replace("\"owner\":1", "\"owner\":26"),
            text.replace("\"owner\":1", "\"owner\":-1"),
            text.replace("\"challenge\":\"", "\"challenge\":\"0"),
            text.replace("\"challenge\":\"", "\"challenge\":\"+"),
            text.replace(challenge, "")
                .replace("}", "," + challenge.substring(0, challenge.length() - 1) + "}"),
            text.replace("}", ",\"zzz\":1}"),
            text.replace(challenge, ""))) {
      assertThat(other).isNotEqualTo(text);
      assertThatThrownBy(() -> StrongDecryptionProof.decode(Utf8.encode(other), group()))
          .isInstanceOf(DecodingException.class);
    }
  }

  private List<String> codes(
      StrongDecryptionProof strong, EncryptedTally of, Owner by, PartialDecryption subject) {
    return strong.inspect(election, of, by, subject).findings().stream()
        .map(Finding::code)
        .toList();
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
