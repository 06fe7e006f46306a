package org.psephos.crypto.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Groups;

/** A ballot has one spelling. */
class BallotSpellingTest {

  private SmallElection election;
  private BallotForge forge;
  private BallotChecker checker;
  private Json.Obj honest;

  @BeforeEach
  void castAnHonestBallot() throws DecodingException {
    election = SmallElection.in(Groups.named("Ed25519"));
    forge = new BallotForge(election.election(), election.voter(0), election.random());
    checker = election.checker();
    honest =
        forge.encrypting(java.util.List.of(java.util.List.of(1, 0, 0), java.util.List.of(1, 0, 0)));
    assertThat(checker.check(honest.toBytes())).isInstanceOf(BallotOutcome.Valid.class);
  }

  private Reason reasonFor(byte[] ballot) {
    BallotOutcome outcome = checker.check(ballot);
    assertThat(outcome).isInstanceOf(BallotOutcome.Refused.class);
    return ((BallotOutcome.Refused) outcome).reason();
  }

  private byte[] edited(UnaryOperator<String> edit) throws DecodingException {
    String before = Utf8.decode(honest.toBytes());
    String after = edit.apply(before);
    assertThat(after).isNotEqualTo(before);
    return Utf8.encode(after);
  }

  @Test
  void otherSpellingsAreNotCanonical() throws DecodingException {
    Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
    edits.put("space", text -> text.replaceFirst(":", ": "));
    edits.put("space inside an answer", text -> text.replaceFirst("\"beta\":", "\"beta\" :"));
    edits.put("line feed at the end", text -> text + "\n");
    edits.put("escaped letter", text -> text.replaceFirst("credential", "\\\\u0063redential"));
    for (Map.Entry<String, UnaryOperator<String>> edit : edits.entrySet()) {
      assertThat(reasonFor(edited(edit.getValue())))
          .as(edit.getKey())
          .isEqualTo(Reason.NOT_CANONICAL);
    }
  }

  @Test
  void anotherOrderIsNotCanonicalEvenWhenSigned() {
    for (String path : new String[] {"answers[0]", "answers[0].choices[1]", "signature"}) {
      Json.Obj object = (Json.Obj) JsonEdit.get(honest, path);
      String first = object.members().keySet().iterator().next();
      Map<String, Json> moved = new LinkedHashMap<>(object.members());
      moved.put(first, moved.remove(first));
      Json.Obj ballot = JsonEdit.replace(honest, path, new Json.Obj(moved));
      byte[] bytes = path.equals("signature") ? ballot.toBytes() : forge.resign(ballot);
      assertThat(reasonFor(bytes)).as(path).isEqualTo(Reason.NOT_CANONICAL);
    }
  }

  @Test
  void whatIsNoBallotIsMalformed() throws DecodingException {
    Map<String, UnaryOperator<String>> edits = new LinkedHashMap<>();
    edits.put("byte-order mark", text -> "\ufeff" + text);
    edits.put("two documents", text -> text + text);
    edits.put("a member twice", text -> text.replaceFirst("\\{", "{\"answers\":[],"));
    edits.put("an unknown member", text -> text.replaceFirst("\\{", "{\"note\":\"\","));
    edits.put("null", text -> text.replaceFirst("\"answers\":\\[", "\"answers\":[null,"));
    edits.put("a comment", text -> text + "/**/");
    edits.put("cut", text -> text.substring(0, text.length() - 1));
    edits.put("nothing", text -> "");
    edits.put("another type", text -> "[]");
    for (Map.Entry<String, UnaryOperator<String>> edit : edits.entrySet()) {
      assertThat(reasonFor(edited(edit.getValue()))).as(edit.getKey()).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void membersAreNeitherMissingNorOfAnotherTypeNorSurplus() {
    for (String path :
        new String[] {
          "election_uuid",
          "election_hash",
          "credential",
          "answers",
          "signature",
          "signature.hash",
          "signature.proof",
          "signature.proof.challenge",
          "answers[0].choices",
          "answers[0].individual_proofs",
          "answers[0].overall_proof",
          "answers[1].choices[0].alpha",
          "answers[1].overall_proof[0].response"
        }) {
      assertThat(reasonFor(JsonEdit.remove(honest, path).toBytes()))
          .as(path)
          .isEqualTo(Reason.MALFORMED);
      assertThat(reasonFor(JsonEdit.replace(honest, path, new Json.Int(1)).toBytes()))
          .as(path)
          .isEqualTo(Reason.MALFORMED);
    }
    for (String path :
        new String[] {"answers[0].note", "signature.note", "answers[0].choices[0].note"}) {
      assertThat(reasonFor(JsonEdit.replace(honest, path, "").toBytes()))
          .as(path)
          .isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void limitsAreSaidToBeLimits() {
    byte[] large = new byte[(1 << 20) + 1];
    java.util.Arrays.fill(large, (byte) ' ');
    assertThat(reasonFor(large)).isEqualTo(Reason.TOO_LARGE);
    assertThat(reasonFor(Utf8.encode("[".repeat(100) + "]".repeat(100))))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    assertThat(reasonFor(new byte[] {(byte) 0xc3, 0x28})).isEqualTo(Reason.MALFORMED);
  }
}
