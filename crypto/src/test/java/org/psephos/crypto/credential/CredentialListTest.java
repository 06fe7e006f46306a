package org.psephos.crypto.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.ForeignText;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

class CredentialListTest {

  private final SecureRandom random = SeededRandom.of("credentials");
  private final Group group = Groups.named("Ed25519");

  CredentialListTest() throws DecodingException {}

  private PublicCredential fresh(long weight) {
    Element element = group.generatorBase().times(group.randomScalar(random));
    return new PublicCredential(element, weight);
  }

  private List<PublicCredential> fresh(int count, long weight) {
    List<PublicCredential> credentials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      credentials.add(fresh(weight));
    }
    return credentials;
  }

  private CredentialList decode(String document) throws DecodingException {
    return CredentialList.decode(Utf8.encode(document), group);
  }

  private DecodingException fault(String document) {
    return catchThrowableOfType(DecodingException.class, () -> decode(document));
  }

  private DecodingException ownFault(CredentialList list) {
    return catchThrowableOfType(DecodingException.class, list::requireOwnRules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-2048-single", "b-rfc3526-thr2of3-weights", "c-ed25519-thr3of5"})
  void aListOfAnotherToolIsReadAndWrittenByteForByte(String name) throws DecodingException {
    BeleniosVector vector = BeleniosVector.named(name);
    Group its =
        Groups.named(
            name.startsWith("a")
                ? "BELENIOS-2048"
                : name.startsWith("b") ? "RFC-3526-2048" : "Ed25519");
    CredentialList list = CredentialList.decode(vector.credentials(), its);
    list.requireOwnRules();
    assertThat(list.encode()).isEqualTo(vector.credentials());
    assertThat(list.digest()).isEqualTo(Digest.sha256(vector.credentials()));

    List<PublicCredential> entries = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      entries.add(new PublicCredential(its.decode(list.credential(i)), list.weight(i)));
    }
    Collections.reverse(entries);
    assertThat(CredentialList.of(entries).encode()).isEqualTo(vector.credentials());
  }

  @Test
  void weightsAreFoundByCredential() throws DecodingException {
    CredentialList list =
        CredentialList.decode(BeleniosVector.b().credentials(), Groups.named("RFC-3526-2048"));
    assertThat(list.weighted()).isTrue();
    assertThat(list.size()).isEqualTo(7);
    assertThat(list.totalWeight()).isEqualTo(132);
    List<Long> weights = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      assertThat(list.weightOf(list.credential(i))).hasValue(list.weight(i));
      weights.add(list.weight(i));
    }
    assertThat(weights).containsExactlyInAnyOrder(1L, 2L, 3L, 5L, 8L, 13L, 100L);
    assertThat(list.weightOf("2")).isEmpty();
  }

  @Test
  void theOrderOfVotersLeavesNoTrace() {
    List<PublicCredential> credentials = fresh(50, 1);
    CredentialList list = CredentialList.of(credentials);
    Collections.shuffle(credentials, random);
    assertThat(CredentialList.of(credentials).encode()).isEqualTo(list.encode());
  }

  @Test
  void aLongListIsCheckedInEveryPart() throws DecodingException {
    List<PublicCredential> credentials = fresh(1500, 1);
    CredentialList list = CredentialList.of(credentials);
    String document = Utf8.decode(list.encode());
    decode(document).requireOwnRules();
    for (int line : new int[] {0, 511, 512, 513, 1499}) {
      String text = list.credential(line);
      String foreign = ForeignText.plusOrderTwo(group.decode(text));
      DecodingException fault = fault(document.replace(text, foreign));
      assertThat(fault.path()).isEqualTo("[" + line + "]");
      assertThat(fault.reason()).isEqualTo(Reason.NOT_IN_GROUP);
    }
  }

  @Test
  void ourOwnListsAreSorted() throws DecodingException {
    CredentialList list = CredentialList.of(fresh(1200, 1));
    decode(Utf8.decode(list.encode())).requireOwnRules();
    for (int line : new int[] {0, 511, 512, 1198}) {
      String left = list.credential(line);
      String right = list.credential(line + 1);
      String swapped =
          Utf8.decode(list.encode()).replace(left + "\",\"" + right, right + "\",\"" + left);
      assertThat(ownFault(decode(swapped)).reason()).isEqualTo(Reason.NOT_CANONICAL);
    }
  }

  @Test
  void nobodyIsListedTwice() {
    PublicCredential one = fresh(1);
    String text = one.element().encode();
    assertThat(fault("[\"" + text + "\",\"" + text + "\"]").path()).isEqualTo("[1]");
    assertThat(fault("[\"" + text + ",1\",\"" + text + ",2\"]").path()).isEqualTo("[1]");
    assertThatIllegalArgumentException().isThrownBy(() -> CredentialList.of(List.of(one, one)));
  }

  @Test
  void theIdentityIsNoCredential() {
    assertThat(fault("[\"" + group.identity().encode() + "\"]").reason())
        .isEqualTo(Reason.NOT_IN_GROUP);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PublicCredential(group.identity(), 1));
  }

  @Test
  void anEmptyListIsAList() throws DecodingException {
    CredentialList list = decode("[]");
    assertThat(list.size()).isZero();
    assertThat(list.totalWeight()).isZero();
    assertThat(list.contains("")).isFalse();
    assertThat(CredentialList.of(List.of()).encode()).isEqualTo(list.encode());
  }

  @Test
  void thereIsOneSpelling() throws DecodingException {
    CredentialList list = CredentialList.of(fresh(2, 3));
    String right = Utf8.decode(list.encode());
    assertThat(decode(right).totalWeight()).isEqualTo(6);
    for (String wrong :
        List.of(
            right.replace("\",\"", "\", \""),
            right + "\n",
            " " + right,
            right.replace("[", "[ "),
            right.replace(",3\"]", ",03\"]"))) {
      assertThat(fault(wrong).reason()).as(wrong).isEqualTo(Reason.NOT_CANONICAL);
    }
    for (String wrong :
        List.of(
            "",
            "{}",
            "[",
            "[\"",
            "[\"\"]",
            "[1]",
            right.replace(",3\"]", "\"]"),
            right.replace(",3\"]", ",\"]"),
            right.replace(",3\"]", ",-3\"]"),
            right.replace(",3\"]", ",+3\"]"),
            right.replace(",3\"]", ",3,voter\"]"),
            right.replace(",3\"]", ",,voter\"]"),
            right.replace(",3\"]", ",3.0\"]"),
            right.replace(",3\"]", ",\u0663\"]"),
            right.replace("]", ",]"),
            right + "[]",
            right.replace("\",\"", "\"\""),
            right.replace("\",\"", "\",\"\\u0030"))) {
      assertThat(fault(wrong).reason()).as(wrong).isEqualTo(Reason.MALFORMED);
    }
    assertThat(fault(right.replace(",3\"]", ",1000000000000000\"]")).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void noOtherSpellingOfACredentialIsAccepted() throws DecodingException {
    Element element = fresh(1).element();
    assertThat(decode("[\"" + element.encode() + "\"]").contains(element.encode())).isTrue();
    for (String text : ForeignText.misspelt(element)) {
      assertThat(fault("[\"" + text + "\"]")).as(text).isNotNull();
    }
    for (String text : ForeignText.notMembers(element)) {
      assertThat(fault("[\"" + text + "\"]")).as(text).isNotNull();
    }
  }

  @Test
  void ourOwnWeightsAreAtLeastOneAndAtMostABillionTogether() throws DecodingException {
    String one = fresh(1).element().encode();
    CredentialList none = decode("[\"" + one + ",0\"]");
    assertThat(none.weightOf(one)).hasValue(0);
    assertThat(ownFault(none).path()).isEqualTo("[0]");
    decode("[\"" + one + ",1000000000\"]").requireOwnRules();
    assertThat(ownFault(decode("[\"" + one + ",1000000001\"]")).reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aListReadAgainIsTheSame() throws DecodingException {
    CredentialList list = CredentialList.of(fresh(20, 2));
    CredentialList again = CredentialList.reread(list.encode());
    assertThat(again.encode()).isEqualTo(list.encode());
    assertThat(again.totalWeight()).isEqualTo(40);
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.contains(list.credential(i))).isTrue();
    }
  }
}
