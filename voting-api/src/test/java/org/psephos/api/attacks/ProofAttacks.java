package org.psephos.api.attacks;

import static org.psephos.api.attacks.Attack.BAD_PROOF;
import static org.psephos.api.attacks.Attack.BAD_SIGNATURE;
import static org.psephos.api.attacks.Attack.WRONG_SHAPE;
import static org.psephos.api.attacks.Attack.before;
import static org.psephos.api.attacks.Attack.behind;
import static org.psephos.api.attacks.Attack.onSignature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.fixture.JsonEdit;

/** Proofs that hash too little, have too many branches, or were made for something else. */
final class ProofAttacks {

  private static final List<String> ARRAYS =
      List.of(
          "answers",
          "answers[0].choices",
          "answers[0].individual_proofs",
          "answers[0].individual_proofs[2]",
          "answers[0].overall_proof",
          "answers[1].choices",
          "answers[1].individual_proofs",
          "answers[1].overall_proof",
          "answers[1].blank_proof");

  private static final List<List<String>> PAIRS =
      List.of(
          List.of("answers[0].individual_proofs[0]", "answers[0].individual_proofs[1]"),
          List.of("answers[0].individual_proofs[0][0]", "answers[0].individual_proofs[0][1]"),
          List.of("answers[0].individual_proofs[2]", "answers[0].overall_proof"),
          List.of("answers[0].overall_proof[0]", "answers[0].overall_proof[1]"),
          List.of("answers[1].overall_proof", "answers[1].blank_proof"),
          List.of("answers[1].individual_proofs[0]", "answers[1].blank_proof"));

  private ProofAttacks() {}

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    attacks.addAll(weakHashes());
    attacks.addAll(bounds());
    attacks.addAll(lengths());
    attacks.addAll(zeroes());
    attacks.addAll(signatures());
    for (List<String> pair : PAIRS) {
      String name = "proofs exchanged: " + String.join(" and ", pair);
      attacks.add(
          behind(
              name, BAD_PROOF, (turn, honest) -> JsonEdit.swap(honest, pair.get(0), pair.get(1))));
    }
    return attacks;
  }

  private static List<Attack> weakHashes() {
    return List.of(
        weak("the ciphertext", (turn, prefix) -> "prove|" + context(turn) + "|"),
        weak("the fingerprint", (turn, prefix) -> prefix.replace(fingerprint(turn), "")),
        weak("the credential", (turn, prefix) -> prefix.replace(credential(turn), "")),
        weak("the sum", (turn, prefix) -> prefix.replaceAll("\\|[^|]*\\|$", "||")),
        weak("the word prove", (turn, prefix) -> prefix.replace("prove|", "")));
  }

  private static Attack weak(String omitted, BiFunction<Turn, String, String> hashed) {
    return behind(
        "a proof that does not hash " + omitted,
        BAD_PROOF,
        (turn, honest) ->
            JsonEdit.replace(
                honest,
                "answers[0]",
                turn.forge()
                    .answer(0)
                    .hashing(prefix -> hashed.apply(turn, prefix))
                    .encrypting(List.of(1, 0, 0))));
  }

  private static List<Attack> bounds() {
    return List.of(
        before("an overall proof for 0 to 3", WRONG_SHAPE, bounded(0, 3, List.of(1, 1, 1))),
        before("an overall proof for 2 alone", WRONG_SHAPE, bounded(2, 2, List.of(1, 1, 0))),
        behind("an overall proof for 0 to 1", BAD_PROOF, bounded(0, 1, List.of(0, 0, 0))),
        behind("an overall proof for 2 to 3", BAD_PROOF, bounded(2, 3, List.of(1, 1, 1))));
  }

  private static Attack.Change bounded(int min, int max, List<Integer> numbers) {
    Question.Homomorphic other =
        new Question.Homomorphic("?", List.of("a", "b", "c"), min, max, false);
    return (turn, honest) ->
        JsonEdit.replace(honest, "answers[0]", turn.forge().answer(other).encrypting(numbers));
  }

  private static List<Attack> lengths() {
    List<Attack> attacks = new ArrayList<>();
    for (String path : ARRAYS) {
      attacks.add(
          before(
              "one more in " + path,
              WRONG_SHAPE,
              (turn, honest) -> JsonEdit.append(honest, path, JsonEdit.get(honest, path + "[0]"))));
      attacks.add(
          before(
              "one fewer in " + path,
              WRONG_SHAPE,
              (turn, honest) -> JsonEdit.remove(honest, path + "[0]")));
      attacks.add(
          before(
              "none in " + path,
              WRONG_SHAPE,
              (turn, honest) -> JsonEdit.replace(honest, path, new Json.Arr(List.of()))));
    }
    attacks.add(
        before(
            "no proof about blank",
            WRONG_SHAPE,
            (turn, honest) -> JsonEdit.remove(honest, "answers[1].blank_proof")));
    attacks.add(
        before(
            "a proof about blank where there is no blank",
            WRONG_SHAPE,
            (turn, honest) ->
                JsonEdit.replace(
                    honest,
                    "answers[0].blank_proof",
                    JsonEdit.get(honest, "answers[1].blank_proof"))));
    return attacks;
  }

  private static List<Attack> zeroes() {
    List<Attack> attacks = new ArrayList<>();
    for (String path :
        List.of(
            "answers[0].individual_proofs[0]",
            "answers[0].overall_proof",
            "answers[1].overall_proof",
            "answers[1].blank_proof")) {
      attacks.add(behind("a proof of zeroes: " + path, BAD_PROOF, allZero(path)));
    }
    return attacks;
  }

  private static Attack.Change allZero(String path) {
    Json zero = Json.Obj.with("challenge", "0").and("response", "0").build();
    return (turn, honest) ->
        JsonEdit.replace(JsonEdit.replace(honest, path + "[0]", zero), path + "[1]", zero);
  }

  private static List<Attack> signatures() {
    return List.of(
        onSignature(
            "a signature of zeroes",
            BAD_SIGNATURE,
            (turn, honest) ->
                JsonEdit.replace(
                    honest,
                    "signature.proof",
                    Json.Obj.with("challenge", "0").and("response", "0").build())),
        onSignature(
            "the signature of another ballot of the same voter",
            BAD_SIGNATURE,
            (turn, honest) ->
                JsonEdit.replace(honest, "signature", JsonEdit.get(turn.honest(), "signature"))),
        onSignature(
            "the hash of another ballot",
            BAD_SIGNATURE,
            (turn, honest) ->
                JsonEdit.replace(
                    honest, "signature.hash", JsonEdit.text(turn.honest(), "signature.hash"))),
        onSignature(
            "no signature",
            Attack.MALFORMED,
            (turn, honest) -> JsonEdit.remove(honest, "signature")),
        onSignature(
            "more in the signature",
            Attack.MALFORMED,
            (turn, honest) -> JsonEdit.replace(honest, "signature.version", new Json.Int(1))));
  }

  private static String fingerprint(Turn turn) {
    return turn.election().fingerprint().base64();
  }

  private static String credential(Turn turn) {
    return turn.voter().credential().encode();
  }

  private static String context(Turn turn) {
    return fingerprint(turn) + "|" + credential(turn);
  }
}
