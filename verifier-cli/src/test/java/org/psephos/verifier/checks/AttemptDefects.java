package org.psephos.verifier.checks;

import static org.psephos.verifier.report.CheckId.V02;
import static org.psephos.verifier.report.CheckId.V05;
import static org.psephos.verifier.report.CheckId.V06;
import static org.psephos.verifier.report.CheckId.V12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.KeyAttempt;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;

/**
 * What can be wrong in an attempt of the threshold key ceremony that ended, so that nothing of it
 * is used, and in the order of attempts. A second attempt makes the key.
 */
final class AttemptDefects {

  private static final Digest X = Digest.sha256("another");

  private AttemptDefects() {}

  static Stream<Defect> all() {
    return Stream.of(order(), certificates(), dealings(), hashes(), keys(), complaints())
        .flatMap(List::stream);
  }

  private static List<Defect> order() {
    return List.of(
        Defect.threshold(
            V05,
            "a member complains about itself",
            script ->
                script.after(
                    Step.CEREMONY,
                    s ->
                        s.entries.add(
                            Utf8.encode(
                                "{\"against\":1,\"attempt\":1,\"index\":1,\"kind\":\"complaint\","
                                    + "\"payload\":\""
                                    + s.put("", Utf8.encode("{}")).hex()
                                    + "\",\"type\":\"Ceremony\"}")))),
        Defect.threshold(
            V06,
            "a second attempt begins although the first is complete",
            script ->
                script.after(
                    Step.CEREMONY,
                    s -> s.append(new CertificateEntry(2, 1, s.put("", new byte[0]), 3, 2)))),
        ended(
            V06,
            "a member has two certificates",
            attempt -> {
              attempt.certify();
              attempt.certify(2);
              attempt.abandon();
            }),
        ended(
            V06,
            "a certificate names another threshold",
            attempt -> {
              attempt.certify(1);
              attempt.script.append(
                  new CertificateEntry(1, 2, attempt.script.put("", new byte[0]), 3, 3));
              attempt.abandon();
            }),
        ended(
            V06,
            "somebody who is no member commits",
            attempt -> {
              attempt.certify().commit();
              attempt.script.append(new CommitmentEntry(1, X, 4));
              attempt.abandon();
            }),
        ended(V06, "an attempt ends twice", attempt -> attempt.certify().abandon().abandon()),
        Defect.threshold(
            V06,
            "a member deals before the last one has committed",
            script ->
                script
                    .members()
                    .last(
                        attempt -> {
                          attempt.certify();
                          attempt.commit(1);
                          attempt.commit(2);
                          attempt.deal(1);
                          attempt.commit(3);
                          attempt.deal(2);
                          attempt.deal(3);
                          attempt.publish();
                        })),
        Defect.threshold(
            V06,
            "the definition is frozen amid an attempt",
            script -> script.decryptedBy(1).members().last(attempt -> attempt.certify().commit())));
  }

  private static List<Defect> certificates() {
    return List.of(
        changed("certificate 1.2", "another signature", Edit.text("signature.response", "1")),
        changed("certificate 1.2", "a line feed at the end", Edit::lineFeed),
        changed("certificate 1.2", "no certificate", bytes -> Utf8.encode("{}")),
        ended(
            V12,
            "a certificate is for another member",
            attempt -> {
              attempt.certify(1);
              Certificate other =
                  attempt.keys.get(1).certify(attempt.ceremony, 3, attempt.script.random);
              attempt.certify(2, other);
              attempt.certify(3);
              attempt.abandon();
            }),
        ended(
            V12,
            "a certificate says nothing about what it is for",
            attempt -> {
              attempt.certify(1);
              attempt.certify(2, withoutContext(attempt, 2));
              attempt.certify(3);
              attempt.abandon();
            }),
        ended(
            V12,
            "two members have one encryption key",
            attempt -> {
              byte[] first = attempt.keys.get(0).exposeBytes();
              byte[] second = attempt.keys.get(1).exposeBytes();
              int half = first.length / 2;
              System.arraycopy(first, half, second, half, half);
              attempt.keys.set(1, MemberKeys.restore(attempt.ceremony.group(), second));
              attempt.certify().abandon();
            }),
        Defect.threshold(
            V12,
            "a member uses its keys of an earlier attempt",
            script -> {
              List<MemberKeys> first = new ArrayList<>();
              script
                  .members()
                  .before(
                      attempt -> {
                        first.addAll(attempt.keys);
                        attempt.certify().abandon();
                      })
                  .last(
                      attempt -> {
                        attempt.keys.set(2, first.get(2));
                        attempt.complete();
                      });
            }));
  }

  private static Certificate withoutContext(KeyAttempt attempt, int index) {
    Certificate honest =
        attempt.keys.get(index - 1).certify(attempt.ceremony, index, attempt.script.random);
    String message =
        "{\"verification\":\"%s\",\"encryption\":\"%s\"}"
            .formatted(honest.verification().encode(), honest.encryption().encode());
    return new Certificate(
        Optional.empty(),
        honest.verification(),
        honest.encryption(),
        SignedMessage.sign(message, attempt.signer(index), attempt.script.random));
  }

  private static List<Defect> dealings() {
    return List.of(
        dealt(
            "a member deals something else than it committed to",
            attempt -> {
              attempt.certify().commit();
              attempt.polynomials.set(0, attempt.polynomial(2));
            }),
        dealt(
            "a polynomial has a coefficient too few",
            attempt -> {
              attempt.polynomials.set(0, attempt.polynomial(1));
              attempt.certify().commit();
            }),
        dealt(
            "a polynomial has a coefficient too many",
            attempt -> {
              attempt.polynomials.set(0, attempt.polynomial(3));
              attempt.certify().commit();
            }),
        dealt(
            "a polynomial has the leading coefficient 0",
            attempt -> {
              byte[] bytes = attempt.polynomials.get(0).exposeBytes();
              Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
              attempt.polynomials.set(0, SecretPolynomial.restore(attempt.ceremony.group(), bytes));
              attempt.certify().commit();
            }),
        dealt(
            "two members have one polynomial",
            attempt -> {
              attempt.polynomials.set(1, attempt.polynomials.get(0));
              attempt.certify().commit();
            }),
        changed(
            "dealing 1.1", "elements not signed", Edit.text("coefexps.signature.response", "1")),
        changed("dealing 1.1", "certificates not signed", Edit.text("signature.challenge", "1")),
        changed("dealing 1.1", "a line feed at the end", Edit::lineFeed),
        ended(
            V12,
            "a member saw other certificates",
            attempt -> {
              attempt.certify().commit();
              List<Certificate> seen = new ArrayList<>(attempt.certificates);
              MemberKeys other =
                  MemberKeys.generate(attempt.ceremony.group(), attempt.script.random);
              seen.set(1, other.certify(attempt.ceremony, 2, attempt.script.random));
              Deal deal = attempt.deal(1, seen, attempt.polynomials.get(0));
              attempt.post(1, deal.dealing(), deal.shares());
              attempt.deal(2);
              attempt.deal(3);
              attempt.abandon();
            }));
  }

  private static List<Defect> hashes() {
    return List.of(
        changed(
            "dealing 1.1",
            "two hashes of shares exchanged",
            Edit.json(o -> JsonEdit.swap(o, "shares[0]", "shares[1]"))),
        changed(
            "dealing 1.3",
            "another hash of a share",
            Edit.text("shares[1]", Digest.sha256("another").hex())),
        ended(
            V12,
            "a member deals to two of three",
            attempt -> {
              attempt.certify().commit();
              Deal deal = attempt.deal(1, attempt.certificates, attempt.polynomials.get(0));
              attempt.post(
                  1, attempt.naming(1, deal.dealing(), deal.shares().subList(0, 2)), deal.shares());
              attempt.abandon();
            }),
        new Defect(
            V02,
            "a dealing of an attempt that ended is missing",
            () -> {
              ElectionScript script = ElectionScript.threshold(1, 2, 3);
              List<Digest> dealings = new ArrayList<>();
              script
                  .members()
                  .before(
                      attempt -> {
                        attempt.certify().commit().deal().abandon();
                        attempt.dealings.forEach(one -> dealings.add(Digest.sha256(one.encode())));
                      });
              Map<String, byte[]> files = new TreeMap<>(script.hold().files());
              files.remove("object/" + dealings.get(1).hex());
              return files;
            }));
  }

  private static List<Defect> keys() {
    return List.of(
        changed("verification key 1.2", "no proof", Edit.text("pok.response", "1")),
        changed("verification key 1.2", "another signature", Edit.text("signature.response", "1")),
        changed(
            "verification key 1.2",
            "no signature",
            Edit.json(o -> JsonEdit.remove(o, "signature"))),
        changed("verification key 1.2", "a name", Edit.text("name", "Ada")),
        ended(
            V12,
            "a verification key is not what the dealings give",
            attempt -> {
              attempt.certify().commit().deal();
              attempt.publish(
                  2, attempt.keys.get(1).publish(attempt.share(1), attempt.script.random));
              attempt.abandon();
            }));
  }

  private static List<Defect> complaints() {
    return List.of(
        evidence("another proof", Edit.text("proof.response", "1")),
        evidence("another factor", bytes -> another(bytes, "factor")),
        evidence("a line feed at the end", Edit::lineFeed),
        evidence(
            "nothing that opens the share",
            Edit.json(o -> JsonEdit.remove(JsonEdit.remove(o, "factor"), "proof"))),
        evidence("another share", Edit.text("share", "00")),
        ended(
            V12,
            "a member complains about a good share",
            attempt ->
                attempt.certify().commit().deal().complain(1, 3, attempt.falseEvidence(1, 3))),
        ended(
            V12,
            "a member complains about one dealer with the share of another",
            attempt ->
                attempt.certify().commit().dealBadly(3, 1).complain(1, 2, attempt.evidence(1, 3))),
        ended(
            V12,
            "a member complains with the share of another member",
            attempt ->
                attempt.certify().commit().dealBadly(3, 1).complain(2, 3, attempt.evidence(1, 3))),
        ended(
            V12,
            "a member claims that a good share cannot be read",
            attempt -> {
              attempt.certify().commit().deal();
              Evidence claim = new Evidence(Optional.empty(), attempt.shares.get(2).get(0));
              attempt.complain(1, 3, claim);
            }),
        Defect.threshold(
            V12,
            "an attempt is abandoned for no readable reason",
            script -> {
              script.members().before(attempt -> attempt.certify().abandon());
              script.change("reason 1.0", Edit::lineFeed);
            }));
  }

  private static byte[] another(byte[] bytes, String member) {
    ElectionScript script = ElectionScript.fast();
    return Edit.text(member, script.voters.get(0).credential().encode()).apply(bytes);
  }

  /** A complaint that would be proven, but for one change. */
  private static Defect evidence(String name, UnaryOperator<byte[]> change) {
    return Defect.threshold(
        V12,
        "evidence: " + name,
        script -> {
          script
              .members()
              .before(attempt -> attempt.certify().commit().dealBadly(3, 1).complain(1, 3));
          script.change("evidence 1.1", change);
        });
  }

  /** An attempt that would be complete and is given up, but for one change. */
  private static Defect changed(String part, String name, UnaryOperator<byte[]> change) {
    return Defect.threshold(
        V12,
        part + ": " + name,
        script -> {
          script.members().before(attempt -> attempt.complete().abandon());
          script.change(part, change);
        });
  }

  private static Defect dealt(String name, Consumer<KeyAttempt> before) {
    return ended(
        V12,
        name,
        attempt -> {
          before.accept(attempt);
          attempt.deal().publish().abandon();
        });
  }

  private static Defect ended(CheckId expected, String name, Consumer<KeyAttempt> attempt) {
    return Defect.threshold(expected, name, script -> script.members().before(attempt));
  }
}
