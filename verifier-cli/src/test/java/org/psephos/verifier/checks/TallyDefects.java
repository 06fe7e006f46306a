package org.psephos.verifier.checks;

import static org.psephos.verifier.report.CheckId.V20;
import static org.psephos.verifier.report.CheckId.V21;
import static org.psephos.verifier.report.CheckId.V22;
import static org.psephos.verifier.report.CheckId.V23;
import static org.psephos.verifier.report.CheckId.V24;
import static org.psephos.verifier.report.CheckId.V25;
import static org.psephos.verifier.report.CheckId.V26;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;

/** What can be wrong after voting: sums, sizes, decryptions, proofs, result. */
final class TallyDefects {

  private TallyDefects() {}

  static Stream<Defect> all() {
    return Stream.of(sums(), sizes(), decryptions(), proofs(), results()).flatMap(List::stream);
  }

  private static List<Defect> sums() {
    return List.of(
        Defect.of(V20, "a ballot is left out", script -> leftOut(script, 4)),
        Defect.of(
            V20,
            "the first ballot of a voter counts and not the last",
            script -> script.before(Step.SUM, s -> s.counted.add(s.counted.remove(0)))),
        Defect.of(
            V20,
            "a ballot is counted that is not on the board",
            script ->
                script.before(
                    Step.SUM,
                    s -> {
                      s.counted.set(4, s.honest(3, 1));
                    })),
        changed(V20, "tally", "a line feed at the end", Edit::lineFeed),
        changed(V20, "tally", "questions exchanged", TallyDefects::exchanged));
  }

  private static byte[] exchanged(byte[] tally) {
    String text = Edit.utf8(tally);
    String[] questions = text.substring(2, text.length() - 2).split("\\],\\[", -1);
    return Utf8.encode("[[" + questions[1] + "],[" + questions[0] + "]]");
  }

  private static ElectionScript leftOut(ElectionScript script, int number) {
    return script
        .before(Step.SUM, s -> s.counted.remove(number))
        .change(
            "sized",
            bytes ->
                Edit.number("total_weight", 6).apply(Edit.number("num_tallied", 4).apply(bytes)));
  }

  private static List<Defect> sizes() {
    return List.of(
        changed(V21, "sized", "one ballot more", Edit.number("num_tallied", 5)),
        changed(V21, "sized", "one vote less", Edit.number("total_weight", 5)),
        changed(V21, "sized", "the weight as text", Edit.text("total_weight", "6")),
        changed(V21, "sized", "another member", Edit.text("more", "x")));
  }

  private static List<Defect> decryptions() {
    return List.of(
        changed(
            V22,
            "partial 1",
            "a proof that does not hold",
            Edit.text("decryption_proofs[0][0].response", "1")),
        changed(
            V22,
            "partial 2",
            "two factors exchanged",
            Edit.json(
                o -> JsonEdit.swap(o, "decryption_factors[0][0]", "decryption_factors[0][1]"))),
        changed(
            V22,
            "partial 1",
            "a factor too few",
            Edit.json(o -> JsonEdit.remove(o, "decryption_factors[0][0]"))),
        changed(
            V22,
            "partial 1",
            "a factor of order 2",
            Edit.text("decryption_factors[0][0]", "7" + "f".repeat(61) + "ec")),
        changed(V22, "partial 1", "a line feed at the end", Edit::lineFeed),
        changed(V22, "owned 2", "a line feed at the end", Edit::lineFeed),
        changed(V22, "owned 2", "no owner", Edit.json(o -> JsonEdit.remove(o, "owner"))));
  }

  private static List<Defect> proofs() {
    return List.of(
        changed(V23, "proof 1", "a response that does not fit", Edit.text("response", "1")),
        changed(V23, "proof 2", "a line feed at the end", Edit::lineFeed),
        changed(
            V23,
            "proof 2",
            "another partial decryption",
            Edit.text("partial_decryption", Digest.sha256("another").hex())),
        Defect.of(
            V23,
            "a trustee chose a factor after the challenge",
            script -> script.change("partial 1", bytes -> adaptive(script, bytes))));
  }

  /**
   * Version 1's proof of a factor hashes neither the ciphertext nor the factor: with any A and B
   * hashed, and any response, the factor (B − response·α) / challenge passes.
   */
  private static byte[] adaptive(ElectionScript script, byte[] honest) {
    Json.Obj partial = JsonEdit.open(honest);
    String proof = "decryption_proofs[0][0]";
    Element alpha = script.tally.sums().all().get(0).alpha();
    Forgery forgery = Forgery.of(script, 1, alpha);
    return JsonEdit.replace(
            JsonEdit.replace(partial, "decryption_factors[0][0]", forgery.factor().encode()),
            proof,
            forgery.proof().toJson())
        .toBytes();
  }

  private static List<Defect> results() {
    return List.of(
        Defect.of(
            V24,
            "a trustee did not decrypt",
            script -> script.instead(Step.DECRYPT, s -> s.decrypt(1))),
        changed(V25, "result", "one vote more", Edit.number("result[0][0]", 3)),
        changed(V25, "result", "more votes than there are", Edit.number("result[0][0]", 7)),
        changed(
            V25,
            "result",
            "two answers exchanged",
            Edit.json(o -> JsonEdit.swap(o, "result[0][0]", "result[0][1]"))),
        changed(
            V25, "result", "an answer too few", Edit.json(o -> JsonEdit.remove(o, "result[0][2]"))),
        changed(V25, "result", "a count as text", Edit.text("result[0][0]", "2")),
        Defect.of(
            V26,
            "fewer ballots than the rules allow",
            script -> {
              script.definition = script.definition.withMinimum(5);
              return script;
            }));
  }

  private static Defect changed(
      CheckId expected, String part, String name, UnaryOperator<byte[]> change) {
    return Defect.of(expected, part + ": " + name, script -> script.change(part, change));
  }
}
