package org.psephos.verifier.checks;

import static org.psephos.verifier.report.CheckId.V13;
import static org.psephos.verifier.report.CheckId.V14;
import static org.psephos.verifier.report.CheckId.V15;
import static org.psephos.verifier.report.CheckId.V16;
import static org.psephos.verifier.report.CheckId.V17;
import static org.psephos.verifier.report.CheckId.V18;
import static org.psephos.verifier.report.CheckId.V19;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;

/** What can be wrong with the list of voters, with who was ready, and with ballots. */
final class PeopleDefects {

  private PeopleDefects() {}

  static Stream<Defect> all() {
    return Stream.of(credentials(), ready(), shapes(), strangers(), signatures(), proofs())
        .flatMap(List::stream);
  }

  private static List<Defect> credentials() {
    return List.of(
        list("not in order", lines -> Collections.swap(lines, 0, 1)),
        list("one twice", lines -> lines.add(1, lines.get(0))),
        list("a weight of 0", lines -> lines.set(0, element(lines.get(0)) + ",0")),
        list("a weight of too much", lines -> lines.set(0, element(lines.get(0)) + ",1000000000")),
        list(
            "a weight that is not canonical", lines -> lines.set(0, element(lines.get(0)) + ",01")),
        list("one without weight", lines -> lines.set(0, element(lines.get(0)))),
        list("the identity", lines -> lines.set(0, "0".repeat(63) + "1,1")),
        list("a point of order 2", lines -> lines.add("7" + "f".repeat(61) + "ec,1")),
        list("capitals", lines -> lines.set(4, lines.get(4).toUpperCase(Locale.ROOT))));
  }

  private static List<Defect> ready() {
    return List.of(
        statement("the proof is for another size", s -> s.trusteeReady(1, s.head(3))),
        statement("the proof is by another trustee", s -> s.trusteeReady(2, s.head(size(s)))),
        statement("Setup is not covered", s -> s.trusteeReady(1, s.head(size(s) - 1))),
        statement(
            "more is covered than was there",
            s -> {
              ReadyContext head = s.head(size(s));
              return s.trusteeReady(
                  1, new ReadyContext(head.group(), head.fingerprint(), size(s) + 1, head.root()));
            }),
        statement(
            "another board was seen",
            s ->
                s.trusteeReady(
                    1,
                    new ReadyContext(s.group, s.election.fingerprint(), size(s), s.trusteesHash))),
        statement("a line feed at the end", s -> Edit.lineFeed(s.trusteeReady(1, s.head(size(s))))),
        Defect.of(
            V14,
            "another registrar is ready",
            script ->
                script.instead(
                    Step.READY,
                    s -> {
                      ReadyContext head = s.head(size(s));
                      s.append(new TrusteeReadyEntry(1, s.put("", s.trusteeReady(1, head))));
                      s.append(new TrusteeReadyEntry(2, s.put("", s.trusteeReady(2, head))));
                      SigningKey other = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
                      byte[] signed = RegistrarReady.sign(head, other).encode().toByteArray();
                      s.append(new RegistrarReadyEntry(s.put("", signed)));
                    })));
  }

  private static int size(ElectionScript script) {
    return script.entries.size();
  }

  private static List<Defect> shapes() {
    return List.of(
        edited(
            V15,
            "of another election",
            o -> JsonEdit.replace(o, "election_uuid", "5therE1ection5")),
        edited(
            V15,
            "of another state of the election",
            o -> JsonEdit.replace(o, "election_hash", "A".repeat(43))),
        edited(V15, "without the second answer", o -> JsonEdit.remove(o, "answers[1]")),
        edited(
            V15,
            "with an answer too many",
            o -> JsonEdit.append(o, "answers", JsonEdit.get(o, "answers[1]"))),
        edited(V15, "with a choice too few", o -> JsonEdit.remove(o, "answers[0].choices[2]")),
        edited(
            V15,
            "with a proof too few",
            o -> JsonEdit.remove(o, "answers[0].individual_proofs[0][1]")),
        edited(
            V15,
            "with a proof too many",
            o ->
                JsonEdit.append(
                    o, "answers[0].overall_proof", JsonEdit.get(o, "answers[0].overall_proof[0]"))),
        edited(
            V15, "without the proof of blank", o -> JsonEdit.remove(o, "answers[1].blank_proof")),
        edited(
            V15,
            "with a point of order 2",
            o -> JsonEdit.replace(o, "answers[0].choices[0].alpha", "7" + "f".repeat(61) + "ec")),
        edited(
            V15,
            "with a number that is not canonical",
            o ->
                JsonEdit.replace(
                    o,
                    "answers[0].overall_proof[0].response",
                    "0" + JsonEdit.text(o, "answers[0].overall_proof[0].response"))),
        edited(V15, "with another member", o -> JsonEdit.replace(o, "answers[0].more", "x")),
        uncounted(V15, "with a line feed at the end", s -> Edit.lineFeed(s.honest(4, 1))),
        uncounted(V15, "that is nothing", s -> Utf8.encode("{}")));
  }

  private static List<Defect> strangers() {
    return List.of(
        Defect.of(
            V16,
            "a ballot by somebody who is not listed",
            script ->
                script.after(
                    Step.VOTE,
                    s -> {
                      s.voters.add(stranger(s));
                      s.cast(s.honest(5, 1));
                    })));
  }

  private static List<Defect> signatures() {
    return List.of(
        counted(
            V17,
            "signed by another voter",
            s -> {
              Json.Obj ballot = JsonEdit.open(s.honest(4, 1));
              Json.Obj other = JsonEdit.open(s.forge(3).resign(ballot));
              return JsonEdit.replace(ballot, "signature", JsonEdit.get(other, "signature"))
                  .toBytes();
            }),
        counted(
            V17,
            "whose signature is over another ballot",
            s -> {
              Json.Obj other = JsonEdit.open(s.honest(4, 2));
              return JsonEdit.replace(
                      JsonEdit.open(s.honest(4, 1)), "signature", JsonEdit.get(other, "signature"))
                  .toBytes();
            }));
  }

  private static List<Defect> proofs() {
    List<Defect> defects = new ArrayList<>();
    defects.add(encrypting("two votes for one answer", List.of(2, 0, 0)));
    defects.add(encrypting("three answers of at most two", List.of(1, 1, 1)));
    defects.add(encrypting("a vote and its negative", List.of(2, -1, 0)));
    defects.add(counted(V18, "blank and more", s -> forged(s, List.of(0, 1, 0), List.of(1, 1, 0))));
    defects.add(
        counted(
            V18, "neither blank nor enough", s -> forged(s, List.of(0, 1, 0), List.of(0, 0, 0))));
    defects.add(
        counted(
            V18,
            "copied from another voter",
            s -> s.forge(4).takeOver(JsonEdit.open(s.ballots.get(1)))));
    defects.add(
        edited(
            V18,
            "with two proofs exchanged",
            o ->
                JsonEdit.swap(
                    o, "answers[0].individual_proofs[0]", "answers[0].individual_proofs[1]")));
    defects.add(
        Defect.of(
            V19,
            "a ballot that is on the board already",
            script -> script.after(Step.VOTE, s -> s.cast(s.ballots.get(4)))));
    return defects;
  }

  private static Defect encrypting(String name, List<Integer> first) {
    return counted(V18, name, s -> forged(s, first, List.of(0, 1, 0)));
  }

  private static byte[] forged(ElectionScript script, List<Integer> first, List<Integer> second) {
    return script.forge(4).encrypting(List.of(first, second)).toBytes();
  }

  private static CredentialKey stranger(ElectionScript script) {
    try (Code code = Code.generate(script.random)) {
      return code.derive(script.uuid, script.group);
    }
  }

  /** One more ballot, which a careless server sums. */
  private static Defect counted(
      CheckId expected, String name, Function<ElectionScript, byte[]> ballot) {
    return Defect.of(
        expected,
        "a ballot " + name,
        script -> script.after(Step.VOTE, s -> s.cast(ballot.apply(s))));
  }

  /** One more ballot, which a server cannot sum. */
  private static Defect uncounted(
      CheckId expected, String name, Function<ElectionScript, byte[]> ballot) {
    return Defect.of(
        expected,
        "a ballot " + name,
        script -> script.after(Step.VOTE, s -> s.post(ballot.apply(s))));
  }

  /** One more ballot, changed and signed again by its voter. */
  private static Defect edited(CheckId expected, String name, UnaryOperator<Json.Obj> change) {
    Function<ElectionScript, byte[]> ballot =
        s -> {
          BallotForge forge = s.forge(4);
          return forge.resign(change.apply(JsonEdit.open(s.honest(4, 1))));
        };
    return expected == V15 ? uncounted(expected, name, ballot) : counted(expected, name, ballot);
  }

  private static Defect list(String name, Consumer<List<String>> change) {
    return Defect.of(
        V13,
        "the list has " + name,
        script ->
            script.change(
                "credentials",
                bytes -> {
                  String text = Edit.utf8(bytes);
                  List<String> lines =
                      new ArrayList<>(List.of(text.substring(2, text.length() - 2).split("\",\"")));
                  change.accept(lines);
                  return Utf8.encode("[\"" + String.join("\",\"", lines) + "\"]");
                }));
  }

  private static String element(String line) {
    return line.substring(0, line.indexOf(','));
  }

  private static Defect statement(String name, Function<ElectionScript, byte[]> statement) {
    return Defect.of(
        V14,
        "a trustee is ready, but " + name,
        script ->
            script.instead(
                Step.READY,
                s -> {
                  int size = size(s);
                  byte[] first = statement.apply(s);
                  byte[] second = s.trusteeReady(2, s.head(size));
                  byte[] registrar =
                      RegistrarReady.sign(s.head(size), s.registrar).encode().toByteArray();
                  s.append(new TrusteeReadyEntry(1, s.put("", first)));
                  s.append(new TrusteeReadyEntry(2, s.put("", second)));
                  s.append(new RegistrarReadyEntry(s.put("", registrar)));
                }));
  }
}
