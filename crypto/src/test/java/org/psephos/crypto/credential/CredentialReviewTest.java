package org.psephos.crypto.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialReview.Rejected;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class CredentialReviewTest {

  private final SecureRandom random = SeededRandom.of("review");
  private final Group group = Groups.named("Ed25519");

  CredentialReviewTest() throws DecodingException {}

  /** Lines of a good list, with the same weight on each. */
  private List<String> lines(int count, long weight) {
    List<PublicCredential> credentials =
        Stream.generate(() -> group.generatorBase().times(group.randomScalar(random)))
            .limit(count)
            .map(element -> new PublicCredential(element, weight))
            .toList();
    CredentialList list = CredentialList.of(credentials);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      lines.add(list.credential(i) + (list.weighted() ? "," + weight : ""));
    }
    return lines;
  }

  private CredentialReview review(List<String> lines) throws DecodingException {
    return CredentialReview.of(Utf8.encode("[\"" + String.join("\",\"", lines) + "\"]"), group);
  }

  @Test
  void aGoodListHasNothingToMend() throws DecodingException {
    assertThat(review(lines(40, 3))).isEqualTo(new CredentialReview(40, 120, List.of(), 0));
    assertThat(review(lines(40, 1))).isEqualTo(new CredentialReview(40, 40, List.of(), 0));
  }

  @Test
  void everyWrongLineIsNamedWithItsReason() throws DecodingException {
    List<String> lines = lines(7, 2);
    String first = lines.get(0);
    lines.set(1, "ff" + lines.get(1).substring(2, 64) + ",2");
    lines.set(2, lines.get(2).replace(",2", ""));
    lines.set(3, lines.get(3).replace(",2", ",02"));
    lines.set(4, lines.get(4).replace(",2", ",1000000000"));
    lines.set(5, first);
    lines.add(group.identity().encode() + ",2");
    CredentialReview review = review(lines);
    assertThat(review.read()).isEqualTo(8);
    assertThat(review.weight()).isEqualTo(4);
    assertThat(review.rejected()).extracting(Rejected::line).containsExactly(2, 3, 4, 5, 6, 8);
    assertThat(review.rejected())
        .extracting(Rejected::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("member of the group"),
            reason -> assertThat(reason).contains("every line or on none"),
            reason -> assertThat(reason).contains("without sign or leading zero"),
            reason -> assertThat(reason).contains("in all"),
            reason -> assertThat(reason).contains("also at line 1"),
            reason -> assertThat(reason).contains("not the identity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+1", "0x10", "1_0", "1e3", "1.0", " 1", "٣", "", "1,1", "99999999999"})
  void weightsAreCanonicalDecimals(String weight) throws DecodingException {
    List<String> lines = lines(2, 2);
    lines.set(1, lines.get(1).replace(",2", "," + weight));
    assertThat(review(lines).rejected()).extracting(Rejected::line).containsExactly(2);
  }

  @Test
  void linesOutOfOrderAreNamed() throws DecodingException {
    List<String> lines = lines(3, 1);
    lines.add(lines.remove(0));
    assertThat(review(lines).rejected()).extracting(Rejected::line).containsExactly(3);
  }

  @Test
  void manyWrongLinesAreCounted() throws DecodingException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      lines.add("wrong" + i);
    }
    CredentialReview review = review(lines);
    assertThat(review.rejected()).hasSize(CredentialReview.SHOWN);
    assertThat(review.omitted()).isEqualTo(150 - CredentialReview.SHOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "[\"a\"", "[null]", "\"a\""})
  void whatIsNoListOfStringsIsRefused(String document) {
    assertThatExceptionOfType(DecodingException.class)
        .isThrownBy(() -> CredentialReview.of(Utf8.encode(document), group));
  }

  @Test
  void aChangeCountsLinesWithTheirWeights() throws DecodingException {
    List<PublicCredential> pool =
        Stream.generate(() -> group.generatorBase().times(group.randomScalar(random)))
            .limit(6)
            .map(element -> new PublicCredential(element, 1))
            .toList();
    CredentialList older = CredentialList.of(pool.subList(0, 4));
    CredentialList newer = CredentialList.of(pool.subList(2, 5));
    assertThat(ListChange.between(older, newer)).isEqualTo(new ListChange(1, 2, 2));
    assertThat(ListChange.between(older, newer).reissued()).isEqualTo(1);
    assertThat(ListChange.between(older, older)).isEqualTo(new ListChange(0, 4, 0));
    assertThat(ListChange.first(older)).isEqualTo(new ListChange(4, 0, 0));
    PublicCredential heavier = new PublicCredential(pool.get(0).element(), 5);
    CredentialList reweighted =
        CredentialList.of(List.of(heavier, pool.get(1), pool.get(2), pool.get(3)));
    assertThat(ListChange.between(older, reweighted)).isEqualTo(new ListChange(1, 3, 1));
  }
}
