package org.psephos.crypto.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

class ElectionTest {

  private static final Question.Homomorphic QUESTION =
      new Question.Homomorphic("Who?", List.of("Ada", "Bo"), 0, 1, false);
  private static final ElectionId UUID = new ElectionId("abcdefghijkmno");

  private static ElectionTexts texts(String name) {
    return new ElectionTexts(
        name, "Line\nline", Optional.of("Office"), Optional.empty(), Optional.empty());
  }

  private static PublicKey key() {
    Group group = group();
    return PublicKey.of(group.generatorBase().times(group.scalar(7)));
  }

  private static Election election(String name) {
    return Election.of(UUID, texts(name), key(), List.of(QUESTION));
  }

  @Test
  void anElectionIsWrittenInTheOrderOfVersionOneAndReadBack() throws DecodingException {
    ElectionTexts all =
        new ElectionTexts(
            "Name", "", Optional.of("A"), Optional.of("C"), Optional.of(new Language("fr", "ltr")));
    Election election = Election.of(UUID, all, key(), List.of(QUESTION));
    String text = Utf8.decode(election.encode());

    assertThat(text)
        .startsWith("{\"version\":1,\"description\":\"\",\"name\":\"Name\",\"group\":\"Ed25519\",")
        .endsWith(
            "\"questions\":[{\"answers\":[\"Ada\",\"Bo\"],\"min\":0,\"max\":1,\"question\":\"Who?\"}],"
                + "\"uuid\":\"abcdefghijkmno\",\"administrator\":\"A\","
                + "\"credential_authority\":\"C\",\"language\":[\"fr\",\"ltr\"]}");
    Election read = Election.decode(election.encode());
    assertThat(read).isEqualTo(election);
    assertThat(read.texts()).isEqualTo(all);
    assertThat(read.fingerprint()).isEqualTo(Digest.sha256(text));
    assertThat(read.proofContext(key().element()))
        .isEqualTo(Digest.sha256(text).base64() + "|" + key().encode());
  }

  @Property(tries = 200)
  void everyWellFormedTextIsReadBack(@ForAll @StringLength(max = 40) String name)
      throws DecodingException {
    String text = name.replaceAll("[\ud800-\udfff]", "?");
    assertThat(Election.decode(election(text).encode()).texts().name()).isEqualTo(text);
  }

  @Test
  void theManifestIsNamedByTheCredentialAuthority() {
    Digest manifest = Digest.sha256("manifest");
    assertThat(withAuthority(Election.naming(manifest)).manifest()).contains(manifest);
    for (String other :
        List.of(
            "psephos/1",
            "psephos/2 " + manifest.hex(),
            "psephos/1  " + manifest.hex(),
            "psephos/1 " + manifest.hex().toUpperCase(java.util.Locale.ROOT) + "A",
            manifest.hex())) {
      assertThat(withAuthority(other).manifest()).isEmpty();
    }
    assertThat(election("x").manifest()).isEmpty();
  }

  private static Election withAuthority(String authority) {
    ElectionTexts texts =
        new ElectionTexts("x", "", Optional.empty(), Optional.of(authority), Optional.empty());
    return Election.of(UUID, texts, key(), List.of(QUESTION));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"version\":1', '\"version\":2'",
    "'\"version\":1', '\"version\":0'",
    "'\"version\":1', '\"version\":\"1\"'",
    "'\"version\":1', '\"version\":1.0'",
    "'\"version\":1,', ''",
    "'\"Ed25519\"', '\"ed25519\"'",
    "'\"Ed25519\"', '\"BELENIOS-2048\"'",
    "'\"Ed25519\"', '{\"p\":\"23\",\"q\":\"11\",\"g\":\"2\"}'",
    "'\"group\":\"Ed25519\"', '\"group\":\"Ed25519\",\"g\":\"2\"'",
    "'\"uuid\":\"abcdefghijkmno\"', '\"uuid\":\"abcdefghijkmn\"'",
    "'\"uuid\":\"abcdefghijkmno\"', '\"uuid\":\"abcdefghijkmn0\"'",
    "'\"uuid\":\"abcdefghijkmno\"', '\"uuid\":\"../../ijkmnopqr\"'",
    "'\"min\":0,\"max\":1', '\"min\":1,\"max\":0'",
    "'\"min\":0,\"max\":1', '\"min\":0,\"max\":3'",
    "'\"min\":0,\"max\":1', '\"min\":-1,\"max\":1'",
    "'\"min\":0,\"max\":1', '\"min\":0,\"max\":1000000000'",
    "'\"answers\":[\"Ada\",\"Bo\"]', '\"answers\":[]'",
    "'\"name\":', '\"name\":\"a\",\"name\":'",
    "'\"name\":\"n\"', '\"name\":null'",
    "'\"name\":\"n\"', '\"name\":\"\\u006e\"'",
    "'\"administrator\":\"Office\"', '\"administrator\":\"Office\",\"more\":1'",
    "'\"administrator\":\"Office\"', '\"administrator\":\"Office\",\"language\":[\"fr\"]'",
    "'\"administrator\":\"Office\"', '\"administrator\":\"Office\",\"language\":[\"fr\",\"up\"]'",
    "'{\"version\"', ' {\"version\"'"
  })
  void otherParametersAreRefused(String from, String to) throws DecodingException {
    String text = Utf8.decode(election("n").encode());
    String altered = text.replace(from, to);

    assertThat(Election.decode(Utf8.encode(text)).uuid()).isEqualTo(UUID);
    assertThat(altered).isNotEqualTo(text);
    assertThatThrownBy(() -> Election.decode(Utf8.encode(altered)))
        .isInstanceOf(DecodingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000001", // identity
        "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec", // order 2
        "0000000000000000000000000000000000000000000000000000000000000000", // order 4
        "666666666666666666666666666666666666666666666666666666666666665",
        "0x66666666666666666666666666666666666666666666666666666666666658"
      })
  void aKeyThatCannotBeOneIsRefused(String other) throws DecodingException {
    String text = Utf8.decode(election("n").encode());
    String altered = text.replace(key().encode(), other);

    assertThat(altered).isNotEqualTo(text);
    assertThatThrownBy(() -> Election.decode(Utf8.encode(altered)))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("public_key");
  }

  @Test
  void limitsHoldForReadingAndMaking() throws DecodingException {
    List<Question.Homomorphic> most = Collections.nCopies(50, QUESTION);
    List<Question.Homomorphic> tooMany = Collections.nCopies(51, QUESTION);
    String one = Utf8.decode(QUESTION.toJson().toBytes());
    String text = Utf8.decode(election("n").encode());
    String longest = "x".repeat(Election.MAX_TEXT);

    assertThat(Election.of(UUID, texts(longest), key(), most).questions()).hasSize(50);
    assertThat(Election.decode(Election.of(UUID, texts(longest), key(), most).encode()).questions())
        .hasSize(50);
    assertThatThrownBy(() -> Election.of(UUID, texts("n"), key(), tooMany))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Election.of(UUID, texts("n"), key(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> texts(longest + "x")).isInstanceOf(IllegalArgumentException.class);
    for (String altered :
        List.of(
            text.replace(one, String.join(",", Collections.nCopies(51, one))),
            text.replace(one, ""),
            text.replace("\"name\":\"n\"", "\"name\":\"" + longest + "x\""))) {
      assertThat(altered).isNotEqualTo(text);
      assertThatThrownBy(() -> Election.decode(Utf8.encode(altered)))
          .isInstanceOf(DecodingException.class);
    }
  }

  @Test
  void identifiersAreFreshAndValid() throws DecodingException {
    SeededRandom random = SeededRandom.of("ids");
    ElectionId one = ElectionId.random(random);

    assertThat(ElectionId.decode(one.value())).isEqualTo(one);
    assertThat(one.value()).hasSize(ElectionId.LENGTH);
    assertThat(ElectionId.random(random)).isNotEqualTo(one);
  }

  @Test
  void textsThatCouldShowSomethingElseAreNamed() {
    Question.Homomorphic turned =
        new Question.Homomorphic("Who?", List.of("Ada", "a\u202eb"), 0, 1, false);
    Election election = Election.of(UUID, texts("a\nb"), key(), List.of(turned));

    assertThat(election("Élection ٣ 🗳 العربية").inspectTexts().passed()).isTrue();
    assertThat(election.inspectTexts().faults())
        .extracting(Finding::where, Finding::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", "U+000A"),
            org.assertj.core.groups.Tuple.tuple("questions[0].answers[1]", "U+202E"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 0x0d, 0x1b, 0x7f, 0x85, 0x61c, 0x200e, 0x200f, 0x2028, 0x202a, 0x2066})
  void controlAndDirectionCharactersAreRefusedInBothKindsOfText(int c) {
    String text = "a" + Character.toString(c);

    assertThat(TextRule.LINE.firstRefused(text)).hasValue(c);
    assertThat(TextRule.PARAGRAPHS.firstRefused(text)).hasValue(c);
    assertThat(TextRule.PARAGRAPHS.firstRefused("a\nb")).isEmpty();
    assertThat(TextRule.LINE.firstRefused("a\nb")).hasValue('\n');
  }

  @Test
  void setupDataInAnotherSpellingIsRefused() throws DecodingException {
    String text = Utf8.decode(BeleniosVector.a().setup());
    String certificate = ",\"credentials_certificate\":\"" + Digest.sha256("c").hex() + "\"}";
    byte[] certified = Utf8.encode(text.replace("}", certificate));

    assertThat(SetupData.decode(Utf8.encode(text)).encode()).isEqualTo(Utf8.encode(text));
    assertThat(SetupData.decode(certified).encode()).isEqualTo(certified);
    for (String other :
        List.of(
            text + "\n",
            text.replace("}", ",\"x\":1}"),
            text.replace("\"election\":", "\"elections\":"),
            text.replace("\"trustees\":\"", "\"trustees\":\"0"))) {
      assertThatThrownBy(() -> SetupData.decode(Utf8.encode(other)))
          .isInstanceOf(DecodingException.class);
    }
  }

  private static Group group() {
    try {
      return Groups.named("Ed25519");
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
