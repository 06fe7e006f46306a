package org.psephos.verifier.checks;

import static org.psephos.verifier.report.CheckId.V11;
import static org.psephos.verifier.report.CheckId.V12;
import static org.psephos.verifier.report.CheckId.V14;
import static org.psephos.verifier.report.CheckId.V22;
import static org.psephos.verifier.report.CheckId.V23;
import static org.psephos.verifier.report.CheckId.V24;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.KeyAttempt;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;

/**
 * What can be wrong with the threshold group that an election uses, and with its decryptions. Owner
 * 1 is a Single trustee, owners 2 to 4 are the members 1 to 3, of whom 2 are enough.
 */
final class GroupDefects {

  private GroupDefects() {}

  static Stream<Defect> all() {
    return Stream.of(repeated(), published(), unfit(), used(), decryptions(), numbers())
        .flatMap(List::stream);
  }

  /** The trustees object repeats what members published; V11 says once what is wrong with it. */
  private static List<Defect> repeated() {
    return List.of(
        changed(V11, "certificate 1.2", "signature", Edit.text("signature.response", "1")),
        changed(V11, "dealing 1.2", "certificates", Edit.text("signature.response", "1")),
        changed(V11, "dealing 1.2", "elements", Edit.text("coefexps.signature.response", "1")),
        changed(V11, "verification key 1.3", "proof", Edit.text("pok.response", "1")),
        changed(V11, "verification key 1.3", "signature", Edit.text("signature.response", "1")),
        changed(
            V11,
            "verification key 1.3",
            "no signature",
            Edit.json(o -> JsonEdit.remove(o, "signature"))),
        changed(V11, "trustees", "certificates exchanged", GroupDefects::exchanged),
        Defect.threshold(
            V11,
            "a certificate cannot be read, neither here nor there",
            script ->
                script
                    .change("certificate 1.2", Edit.characters("encryption", "enc"))
                    .change("trustees", Edit.characters("encryption", "enc"))));
  }

  private static byte[] exchanged(byte[] trustees) {
    Json.Obj wrapped = JsonEdit.open(Utf8.encode("{\"all\":" + Edit.utf8(trustees) + "}"));
    String text =
        Edit.utf8(JsonEdit.swap(wrapped, "all[1][1].certs[0]", "all[1][1].certs[1]").toBytes());
    return Utf8.encode(text.substring("{\"all\":".length(), text.length() - 1));
  }

  /** What the trustees object does not repeat. */
  private static List<Defect> published() {
    return List.of(
        changed(V12, "certificate 1.2", "unreadable", Edit.characters("encryption", "enc")),
        changed(V12, "dealing 1.2", "a hash", Edit.text("shares[0]", "0".repeat(64))),
        changed(V12, "verification key 1.3", "a name", Edit.text("name", "Ada")),
        Defect.threshold(
            V12,
            "no member signed its verification key",
            script -> {
              for (int i = 1; i <= 3; i++) {
                script.change(
                    "verification key 1." + i, Edit.json(o -> JsonEdit.remove(o, "signature")));
              }
            }),
        last(
            V12,
            "a member deals something else than it committed to",
            attempt -> {
              attempt.certify().commit();
              attempt.polynomials.set(0, attempt.polynomial(2));
              attempt.deal().publish();
            }));
  }

  /** Groups with which no interpolation is right; what follows from that is not said again. */
  private static List<Defect> unfit() {
    return List.of(
        last(
            V11,
            "a polynomial has a coefficient too many",
            attempt -> {
              attempt.polynomials.set(0, attempt.polynomial(3));
              attempt.complete();
            }),
        Defect.threshold(
            V11,
            "a verification key is not what the dealings give",
            script -> withOwnKey(script).decryptedBy(1, 2, 4)),
        Defect.threshold(
            V11,
            "a verification key beyond the first is not what the dealings give",
            script -> withOwnKey(script).decryptedBy(1, 2, 3, 4)));
  }

  /** Member 3 publishes another key than that of its shares, and uses it. */
  private static ElectionScript withOwnKey(ElectionScript script) {
    TrusteeKeyPair own = TrusteeKeyPair.generate(script.group, script.random);
    script
        .members()
        .last(
            attempt -> {
              attempt.certify().commit().deal();
              attempt.publish(1, attempt.keys.get(0).publish(attempt.share(1), script.random));
              attempt.publish(2, attempt.keys.get(1).publish(attempt.share(2), script.random));
              attempt.publish(3, attempt.keys.get(2).publish(own, script.random));
            });
    return script.after(Step.CEREMONY, s -> s.trustees.set(3, own));
  }

  private static List<Defect> used() {
    return List.of(
        Defect.threshold(
            V12,
            "the group of an attempt that was abandoned is used in place of the last",
            script -> {
              List<KeyAttempt> first = new ArrayList<>();
              script
                  .members()
                  .before(
                      attempt -> {
                        first.add(attempt.complete().abandon());
                      })
                  .last(
                      attempt -> {
                        attempt.complete();
                        script.members().use(first.get(0));
                      });
            }),
        last(V12, "the group is used although it was abandoned", a -> a.complete().abandon()),
        Defect.threshold(
            V12,
            "the group is not used although it is complete",
            script -> script.decryptedBy(1).members().leaveOut()),
        Defect.threshold(
            V12,
            "the group stands before the Single trustee",
            script ->
                script
                    .decryptedBy(1, 2, 4)
                    .after(
                        Step.CEREMONY,
                        s -> {
                          Collections.rotate(s.parties, 1);
                          Collections.rotate(s.trustees, -1);
                        })),
        Defect.threshold(
            V12,
            "a member posted a key of its own as well",
            script ->
                script.after(
                    Step.CEREMONY,
                    s -> {
                      byte[] key = s.trustees.get(1).prove(s.random).encode();
                      s.append(new TrusteeKeyEntry(2, s.put("", key)));
                    })));
  }

  private static List<Defect> decryptions() {
    return List.of(
        changed(V14, "ready 3", "another proof", Edit.text("response", "1")),
        changed(V22, "partial 3", "one of just enough", response()),
        Defect.threshold(
            V22,
            "partial 3: one of more than enough",
            script -> script.decryptedBy(1, 2, 3, 4).change("partial 3", response())),
        changed(V23, "proof 3", "one of just enough", Edit.text("response", "1")),
        Defect.threshold(
            V22,
            "a member decrypts with the key of another",
            script -> script.before(Step.DECRYPT, s -> s.trustees.set(2, s.trustees.get(1)))));
  }

  private static UnaryOperator<byte[]> response() {
    return Edit.text("decryption_proofs[0][0].response", "1");
  }

  private static List<Defect> numbers() {
    return List.of(
        Defect.threshold(V24, "a member too few", script -> script.decryptedBy(1, 3)),
        Defect.threshold(V24, "all members, but no Single", script -> script.decryptedBy(2, 3, 4)),
        Defect.threshold(V24, "no member", script -> script.decryptedBy(1)));
  }

  private static Defect changed(
      CheckId expected, String part, String name, UnaryOperator<byte[]> change) {
    return Defect.threshold(expected, part + ": " + name, script -> script.change(part, change));
  }

  private static Defect last(CheckId expected, String name, Consumer<KeyAttempt> attempt) {
    return Defect.threshold(expected, name, script -> script.members().last(attempt));
  }
}
