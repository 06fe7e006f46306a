package org.psephos.board.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.psephos.board.Vectors.bool;
import static org.psephos.board.Vectors.items;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.member;
import static org.psephos.board.Vectors.members;
import static org.psephos.board.Vectors.number;
import static org.psephos.board.Vectors.text;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.board.Vectors;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** The vectors of two other implementations: keys, notes, checkpoints and cosignatures. */
class NoteVectorTest {

  static Stream<Arguments> cases(String file) {
    return items(json(file), "cases").stream().map(item -> Arguments.of(label(item), item));
  }

  private static String label(Json item) {
    return members(item).containsKey("name")
        ? text(item, "name")
        : members(item).containsKey("why") ? text(item, "why") : "good";
  }

  static Stream<Arguments> notes() {
    return cases("notes.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void notesAreAcceptedAsTheVectorsSay(String name, Json item) throws DecodingException {
    VerifierKey key = VerifierKey.parse(text(json("notes.json"), "vkey"));

    assertThat(isAccepted(note(text(item, "note")), key)).as(name).isEqualTo(bool(item, "accept"));
  }

  private static byte[] note(String stored) {
    return stored.startsWith("hex:")
        ? HexFormat.of().parseHex(stored.substring(4))
        : Utf8.encode(stored);
  }

  private static boolean isAccepted(byte[] bytes, VerifierKey key) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      assertThat(note.toBytes()).isEqualTo(bytes);
      return note.check(List.of(key)) instanceof NoteCheck.Accepted;
    } catch (DecodingException e) {
      return false;
    }
  }

  @Test
  void theExampleOfTheSpecificationVerifies() throws DecodingException {
    Json example = member(json("notes.json"), "c2sp_example");
    VerifierKey key = VerifierKey.parse(text(example, "vkey"));

    assertThat(isAccepted(note(text(example, "note")), key)).isTrue();
  }

  static Stream<Arguments> badKeys() {
    return items(json("notes.json"), "bad_vkeys").stream()
        .map(item -> Arguments.of(text(item, "why"), item));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badKeys")
  void badKeysAreRefusedOrAtLeastNeverWritten(String why, Json item) throws DecodingException {
    String text = text(item, "vkey");
    if (members(item).containsKey("go_accepts")) {
      assertThat(VerifierKey.parse(text).toString()).as(why).isNotEqualTo(text);
    } else {
      assertThatExceptionOfType(DecodingException.class)
          .as(why)
          .isThrownBy(() -> VerifierKey.parse(text));
    }
  }

  @Test
  void keysAreDerivedAndWrittenAsTheVectorsSay() throws DecodingException {
    for (Json item : items(json("keys.json"), "keys")) {
      NoteSigner signer = NoteSigners.of(item);
      VerifierKey key = signer.key();
      assertThat(key.toString()).isEqualTo(text(item, "vkey"));
      assertThat(VerifierKey.parse(text(item, "vkey"))).isEqualTo(key);
      assertThat(key.key().hex()).isEqualTo(text(item, "public_hex"));
      assertThat(HexFormat.of().toHexDigits(key.id())).isEqualTo(text(item, "key_id_hex"));
      if (members(item).containsKey("cosig_vkey")) {
        VerifierKey witness = VerifierKey.of(key.name(), KeyType.COSIGNATURE, key.key());
        assertThat(witness.toString()).isEqualTo(text(item, "cosig_vkey"));
        assertThat(witness).isNotEqualTo(key);
        assertThat(witness.sharesKeyWith(key)).isTrue();
      }
    }
  }

  @Test
  void signingGivesTheNoteOfTheVectors() throws DecodingException {
    Json good = items(json("notes.json"), "cases").get(0);
    SignedNote note = SignedNote.parse(Utf8.encode(text(good, "note")));
    NoteSigner signer = NoteSigners.of(items(json("keys.json"), "keys").get(0));

    assertThat(signer.sign(note.text())).isEqualTo(note);
    assertThat(signer.sign(Checkpoint.parse(note.text())).note()).isEqualTo(note);
  }

  static Stream<Arguments> checkpoints() {
    return cases("checkpoints.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checkpoints")
  void checkpointsAreAcceptedAsTheVectorsSay(String name, Json item) throws DecodingException {
    String body = text(item, "body");
    if (bool(item, "accept")) {
      assertThat(Checkpoint.parse(body).text()).as(name).isEqualTo(body);
    } else {
      assertThatExceptionOfType(DecodingException.class)
          .as(name)
          .isThrownBy(() -> Checkpoint.parse(body));
    }
  }

  static Stream<Arguments> cosignatures() {
    return cases("cosignatures.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cosignatures")
  void cosignaturesAreAcceptedAsTheVectorsSay(String name, Json item) throws DecodingException {
    String body = text(json("cosignatures.json"), "body");
    VerifierKey witness = VerifierKey.parse(text(item, "cosig_vkey"));
    NoteSignature line = NoteSignature.parse(text(item, "signature_line").stripTrailing());

    Optional<Cosignature> found = Cosignature.verify(line, body, witness);

    assertThat(found.isPresent()).as(name).isEqualTo(bool(item, "accept"));
    if (found.isPresent()) {
      assertThat(found.get().time()).isEqualTo(number(item, "time"));
      assertThat(Utf8.decode(Cosignature.message(number(item, "time"), body)))
          .isEqualTo(text(item, "signed_message"));
    }
  }

  @Test
  void theCosignedCheckpointNamesItsThreeWitnesses() throws DecodingException {
    Json vectors = json("cosignatures.json");
    SignedNote note = SignedNote.parse(Utf8.encode(text(vectors, "cosigned_checkpoint")));
    List<VerifierKey> witnesses =
        WitnessPolicy.parse(Vectors.bytes("policy.txt")).witnesses().stream()
            .map(WitnessPolicy.Witness::key)
            .toList();

    NoteCheck check = note.check(witnesses);

    assertThat(check).isInstanceOf(NoteCheck.Accepted.class);
    assertThat(((NoteCheck.Accepted) check).signers()).containsExactlyElementsOf(witnesses);
    assertThat(((NoteCheck.Accepted) check).cosignatures())
        .extracting(Cosignature::time)
        .containsExactly(1790000001L, 1790000002L, 1790000003L);
  }
}
