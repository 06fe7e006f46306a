package org.psephos.board.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.psephos.board.Vectors.bool;
import static org.psephos.board.Vectors.items;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.text;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** The vectors of two other implementations, refusals included. */
class TlogProofVectorTest {

  static Stream<Arguments> cases() {
    return items(json("tlog-proofs.json"), "cases").stream()
        .map(item -> Arguments.of(text(item, "name"), item));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void proofsAreAcceptedAsTheVectorsSay(String name, Json item) throws DecodingException {
    String policy = text(item, "policy").equals("none") ? "policy_none" : "policy_2_of_3";
    WitnessPolicy read = WitnessPolicy.parse(Utf8.encode(text(json("tlog-proofs.json"), policy)));
    EntryBytes entry = EntryBytes.of(Utf8.encode(text(item, "entry")));

    assertThat(isConfirmed(Utf8.encode(text(item, "proof")), entry, read))
        .as(name)
        .isEqualTo(bool(item, "accept"));
  }

  private static boolean isConfirmed(byte[] file, EntryBytes entry, WitnessPolicy policy) {
    try {
      TlogProof proof = TlogProof.parse(file);
      assertThat(proof.toBytes()).isEqualTo(file);
      return proof.check(entry, policy) instanceof ProofCheck.Confirmed;
    } catch (DecodingException e) {
      return false;
    }
  }
}
