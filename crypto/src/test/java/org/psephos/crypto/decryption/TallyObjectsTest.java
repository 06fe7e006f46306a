package org.psephos.crypto.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.fixture.CompleteElection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;

/** What is refused in tallies, partial decryptions and results; each with its honest twin. */
class TallyObjectsTest {

  private static final String HASH = Digest.sha256("tally").hex();

  /** Immutable, and slow to make. */
  private static final CompleteElection COMPLETE =
      CompleteElection.of(CompleteElection.mixed(group()));

  private final CompleteElection complete = COMPLETE;
  private final Election election = complete.election();
  private final EncryptedTally tally = complete.tally();
  private final PartialDecryption partial = complete.partials().get(1);

  @Test
  void aTallyOfAnotherShapeOrSpellingIsRefused() throws DecodingException {
    String text = Utf8.decode(tally.encode());
    List<List<Ciphertext>> questions = tally.sums().questions();
    List<EncryptedTally> misshapen =
        List.of(
            new EncryptedTally(new PerChoice<>(List.of(questions.get(1), questions.get(0)))),
            new EncryptedTally(new PerChoice<>(List.of(questions.get(0)))),
            new EncryptedTally(new PerChoice<>(List.of())),
            new EncryptedTally(
                new PerChoice<>(List.of(questions.get(0), questions.get(1).subList(0, 2)))));

    assertThat(EncryptedTally.decode(tally.encode(), election)).isEqualTo(tally);
    // Both questions have three sums, so that exchanging them is not seen here but in the sums.
    assertThat(EncryptedTally.decode(misshapen.get(0).encode(), election)).isNotEqualTo(tally);
    for (EncryptedTally other : misshapen.subList(1, 4)) {
      assertThatThrownBy(() -> EncryptedTally.decode(other.encode(), election))
          .isInstanceOf(DecodingException.class);
    }
    String alpha = tally.sums().all().get(0).alpha().encode();
    for (String other :
        List.of(
            text + "\n",
            text.replace(alpha, alpha.toUpperCase(java.util.Locale.ROOT)),
            text.replace(alpha, torsion()),
            text.replace("\"alpha\":\"" + alpha + "\",", ""),
            "[" + text + "]",
            "{}")) {
      assertThat(other).isNotEqualTo(text);
      assertThatThrownBy(() -> EncryptedTally.decode(Utf8.encode(other), election))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void aPartialDecryptionOfAnotherShapeOrSpellingIsRefused() throws DecodingException {
    String text = Utf8.decode(partial.encode());
    String factor = partial.factors().all().get(0).encode();
    String proof = Utf8.decode(partial.proofs().all().get(0).toJson().toBytes());

    assertThat(PartialDecryption.decode(partial.encode(), tally, group())).isEqualTo(partial);
    for (String other :
        List.of(
            text + " ",
            text.replace("[\"" + factor + "\",", "["),
            text.replace("[" + proof + ",", "["),
            text.replace("[\"" + factor + "\",", "[\"" + factor + "\",\"" + factor + "\","),
            text.replace("[\"" + factor + "\",", "[[\"" + factor + "\"],"),
            text.replace(factor, torsion()),
            text.replace("]],\"decryption_proofs\"", "],[]],\"decryption_proofs\""),
            text.replace("\"challenge\":\"", "\"challenge\":\"0"),
            text.replace("\"decryption_factors\"", "\"extra\":1,\"decryption_factors\""))) {
      assertThat(other).isNotEqualTo(text);
      assertThatThrownBy(() -> PartialDecryption.decode(Utf8.encode(other), tally, group()))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void everyAlteredFactorIsNamed() {
    Owner owner = complete.parties().trustees().owner(1).orElseThrow();
    List<Element> factors = new ArrayList<>(partial.factors().all());
    factors.set(2, factors.get(3));
    factors.set(5, group().identity());
    PartialDecryption altered =
        new PartialDecryption(partial.factors().filledWith(factors), partial.proofs());

    assertThat(partial.inspect(election, tally, owner.key()).passed()).isTrue();
    assertThat(altered.inspect(election, tally, owner.key()).checks()).isEqualTo(6);
    assertThat(altered.inspect(election, tally, owner.key()).faults())
        .extracting(Finding::where)
        .containsExactly("decryption_proofs[0][2]", "decryption_proofs[1][2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"owner\":0,\"payload\":\"HASH\"}",
        "{\"owner\":-1,\"payload\":\"HASH\"}",
        "{\"owner\":26,\"payload\":\"HASH\"}",
        "{\"owner\":4294967297,\"payload\":\"HASH\"}",
        "{\"owner\":\"1\",\"payload\":\"HASH\"}",
        "{\"payload\":\"HASH\",\"owner\":1}",
        "{\"owner\":1,\"payload\":\"HASH\",\"x\":1}",
        "{\"owner\":1,\"payload\":\"hash\"}",
        "{\"owner\":1}"
      })
  void otherOwnedObjectsAreRefused(String json) throws DecodingException {
    byte[] honest = Utf8.encode("{\"owner\":1,\"payload\":\"" + HASH + "\"}");
    byte[] altered = Utf8.encode(json.replace("HASH", HASH));

    assertThat(Owned.decode(honest).encode()).isEqualTo(honest);
    assertThatThrownBy(() -> Owned.decode(altered)).isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"num_tallied\":-1,\"total_weight\":3,\"encrypted_tally\":\"HASH\"}",
        "{\"num_tallied\":\"3\",\"total_weight\":3,\"encrypted_tally\":\"HASH\"}",
        "{\"num_tallied\":3,\"total_weight\":\"3\",\"encrypted_tally\":\"HASH\"}",
        "{\"num_tallied\":3,\"total_weight\":1073741824,\"encrypted_tally\":\"HASH\"}",
        "{\"num_tallied\":9007199254740992,\"total_weight\":3,\"encrypted_tally\":\"HASH\"}",
        "{\"total_weight\":3,\"num_tallied\":3,\"encrypted_tally\":\"HASH\"}",
        "{\"num_tallied\":3,\"total_weight\":3,\"encrypted_tally\":\"HASH\",\"x\":1}",
        "{\"num_tallied\":3,\"encrypted_tally\":\"HASH\"}"
      })
  void otherSizedTalliesAreRefused(String json) throws DecodingException {
    for (long weight : new long[] {0, 3, 1073741823L, 1073741824L}) {
      SizedTally honest = new SizedTally(3, weight, Digest.sha256("tally"));
      assertThat(SizedTally.decode(honest.encode())).isEqualTo(honest);
    }
    assertThatThrownBy(() -> SizedTally.decode(Utf8.encode(json.replace("HASH", HASH))))
        .isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":[[3,2,4],[3,1]]}",
        "{\"result\":[[3,2,4]]}",
        "{\"result\":[[3,2,4],[3,1,2],[0]]}",
        "{\"result\":[[3,2,\"4\"],[3,1,2]]}",
        "{\"result\":[[3,2,4],[3,1,-2]]}",
        "{\"result\":[[3,2,4],[3,1,[2]]]}",
        "{\"result\":[[3,2,4],[3,1,2]],\"result\":[[3,2,4],[3,1,2]]}",
        "{\"result\":[[3,2,4],[3,1,2]],\"more\":1}",
        "{\"result\": [[3,2,4],[3,1,2]]}",
        "{}"
      })
  void otherResultsAreRefused(String json) throws DecodingException {
    assertThat(ElectionResult.decode(complete.result().encode(), election))
        .isEqualTo(complete.result());
    assertThatThrownBy(() -> ElectionResult.decode(Utf8.encode(json), election))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void exchangedCountsAndCountsAboveTheWeightAreNamed() {
    PerChoice<Element> opened = combination(complete.partials()).open().orElseThrow();
    ElectionResult swapped =
        new ElectionResult(new PerChoice<>(List.of(List.of(2L, 3L, 4L), List.of(3L, 1L, 2L))));

    assertThat(complete.result().inspect(opened, 6).passed()).isTrue();
    assertThat(swapped.inspect(opened, 6).faults())
        .extracting(Finding::where)
        .containsExactly("result[0][0]", "result[0][1]");
    assertThat(complete.result().inspect(opened, 3).faults())
        .extracting(Finding::where)
        .containsExactly("result[0][2]");
  }

  @Test
  void everySufficientSetOpensTheSameSumsAndNoOtherOpensAny() {
    PerChoice<Element> opened = combination(complete.partials()).open().orElseThrow();
    for (int absent = 1; absent <= 4; absent++) {
      Map<Integer, PartialDecryption> some = new HashMap<>(complete.partials());
      some.remove(absent);
      if (absent == 1) {
        assertThat(combination(some).open()).isEmpty();
      } else {
        assertThat(combination(some).open()).contains(opened);
      }
    }
    assertThat(combination(Map.of(1, partial, 2, complete.partials().get(2))).open()).isEmpty();
    assertThat(combination(Map.of()).open()).isEmpty();
    assertThat(combination(complete.partials()).inspectSurplus().checks()).isEqualTo(6);
    assertThat(combination(complete.partials()).inspectSurplus().passed()).isTrue();
  }

  @Test
  void aPartialDecryptionByNobodyIsOurBug() {
    Map<Integer, PartialDecryption> some = new HashMap<>(complete.partials());
    some.put(5, partial);

    assertThatThrownBy(() -> combination(some)).isInstanceOf(IllegalArgumentException.class);
  }

  private Combination combination(Map<Integer, PartialDecryption> partials) {
    return new Combination(complete.parties().trustees(), tally, partials);
  }

  /** A point of order 4 in the text form of elements. */
  private static String torsion() {
    return "0".repeat(64);
  }

  private static Group group() {
    try {
      return Groups.named("Ed25519");
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
