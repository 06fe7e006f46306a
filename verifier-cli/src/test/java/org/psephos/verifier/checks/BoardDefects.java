package org.psephos.verifier.checks;

import static org.psephos.verifier.fixture.ElectionScript.CLOSES;
import static org.psephos.verifier.fixture.ElectionScript.OPENS;
import static org.psephos.verifier.report.CheckId.V02;
import static org.psephos.verifier.report.CheckId.V03;
import static org.psephos.verifier.report.CheckId.V04;
import static org.psephos.verifier.report.CheckId.V05;
import static org.psephos.verifier.report.CheckId.V06;
import static org.psephos.verifier.report.CheckId.V07;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AttestationEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteSigner;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;

/** What can be wrong with the board itself: objects, signature, root, entries, order, times. */
final class BoardDefects {

  private BoardDefects() {}

  static Stream<Defect> all() {
    return Stream.of(objects(), checkpoint(), entries(), order(), times()).flatMap(List::stream);
  }

  private static List<Defect> objects() {
    return List.of(
        Defect.published(V02, "the object of a ballot is missing", file(ballot(), null)),
        Defect.published(V02, "the object of a ballot is another", file(ballot(), ballot(3))),
        Defect.published(V02, "a translation is missing", file(translation(), null)));
  }

  private static List<Defect> checkpoint() {
    ElectionId other = new ElectionId("5therE1ection5");
    return List.of(
        Defect.published(
            V03,
            "the registrar signed the checkpoint",
            files -> {
              ElectionScript script = ElectionScript.fast();
              NoteSigner wrong = NoteSigner.of(script.log.key().name(), script.registrar);
              return signed(files, wrong, script.holdHead());
            }),
        Defect.of(
            V03,
            "the origin names another election",
            script -> {
              script.definition = script.definition.of(other);
              return script.change("genesis", Edit.text("uuid", other.value()));
            }),
        Defect.published(
            V04,
            "another root was signed",
            files -> {
              ElectionScript script = ElectionScript.fast();
              Checkpoint head = script.holdHead();
              Digest root = Digest.sha256("another root");
              return signed(files, script.log, new Checkpoint(head.origin(), head.size(), root));
            }));
  }

  private static List<Defect> entries() {
    return Stream.of(
            "{\"type\": \"Attestation\"}",
            "{\"type\":\"Correction\"}",
            "{\"payload\":\"" + "0".repeat(64) + "\",\"type\":\"Attestation\",\"x\":1}",
            "[]")
        .map(
            entry ->
                Defect.of(
                    V05,
                    "an entry is " + entry,
                    script -> script.after(Step.PUBLISH, s -> s.entries.add(Utf8.encode(entry)))))
        .toList();
  }

  private static List<Defect> order() {
    return List.of(
        Defect.of(
            V06,
            "a ballot comes after the end",
            script -> script.after(Step.CLOSE, s -> s.post(s.honest(4, 0)))),
        Defect.of(
            V06,
            "a ballot comes before voting is open",
            script -> script.before(Step.OPEN, s -> s.post(s.honest(4, 0)))),
        Defect.of(
            V06,
            "the registrar was never ready",
            script -> script.after(Step.READY, s -> s.entries.remove(s.entries.size() - 1))),
        Defect.of(
            V06,
            "a trustee is ready twice",
            script ->
                script.after(
                    Step.READY,
                    s ->
                        s.append(
                            new TrusteeReadyEntry(
                                1, s.put("", s.trusteeReady(1, s.head(s.entries.size()))))))),
        Defect.of(
            V06,
            "a trustee decrypts twice",
            script -> script.after(Step.DECRYPT, s -> s.decrypt(2))),
        Defect.of(
            V06,
            "there are two results",
            script ->
                script.after(
                    Step.PUBLISH, s -> s.append(new ResultEntry(s.put("", Utf8.encode("{}")))))),
        Defect.of(
            V06,
            "somebody attests before the definition is frozen",
            script ->
                script.after(
                    Step.CEREMONY,
                    s -> s.append(new AttestationEntry(s.put("", Utf8.encode("{}")))))),
        Defect.of(
            V06,
            "voting is opened again",
            script -> script.after(Step.SUM, s -> s.append(new OpenEntry(CLOSES)))));
  }

  private static List<Defect> times() {
    return List.of(
        Defect.of(
            V07,
            "voting opened early",
            script -> script.instead(Step.OPEN, s -> s.append(new OpenEntry(OPENS - 1)))),
        Defect.of(
            V07,
            "voting closed early",
            script -> script.instead(Step.CLOSE, s -> s.append(new EndBallotsEntry(CLOSES - 1)))),
        Defect.of(
            V07,
            "voting closed before the time that an amendment promised",
            script -> script.after(Step.VOTE, s -> s.append(closes(CLOSES + 10)))),
        Defect.of(
            V07,
            "an amendment moves the end forward",
            script -> script.after(Step.VOTE, s -> s.append(closes(CLOSES - 10)))),
        Defect.of(
            V07,
            "time goes backwards",
            script -> script.change("genesis", Edit.number("time", OPENS + 1))));
  }

  private static AmendmentEntry closes(long time) {
    return new AmendmentEntry(new AmendmentEntry.Closes(time), OPENS + 1);
  }

  private static String ballot() {
    return "object/" + Digest.sha256(ballot(1)).hex();
  }

  private static byte[] ballot(int number) {
    ElectionScript script = ElectionScript.fast();
    script.hold();
    return script.ballots.get(number);
  }

  private static String translation() {
    ElectionScript script = ElectionScript.fast();
    return "object/" + script.definition.texts().get(1).encode().hash().hex();
  }

  private static UnaryOperator<Map<String, byte[]>> file(String path, byte[] content) {
    return files -> {
      Map<String, byte[]> changed = new TreeMap<>(files);
      byte[] old = content == null ? changed.remove(path) : changed.put(path, content);
      if (old == null) {
        throw new IllegalArgumentException("there is no " + path);
      }
      return changed;
    };
  }

  private static Map<String, byte[]> signed(
      Map<String, byte[]> files, NoteSigner signer, Checkpoint checkpoint) {
    return file("checkpoint", signer.sign(checkpoint).toBytes()).apply(files);
  }
}
