package org.psephos.crypto.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.proof.EqualLogarithms;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/** Every way in which a share can be bad is told apart, and proven to everyone. */
class ShareFaultTest {

  private static final String ORDER_MINUS_NOTHING =
      "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed";

  private final HeldCeremony held = HeldCeremony.of("Ed25519", 2, 3);

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(
            ShareFault.RECIPIENT,
            d -> d.recipient = d.held.keys(3).receiving().publicKey().encode()),
        bad(ShareFault.RECIPIENT, d -> d.recipient = d.recipient.replace('a', 'A').concat("")),
        bad(ShareFault.CEREMONY, d -> d.ceremonyId = HeldCeremony.ELECTION + "/2"),
        bad(ShareFault.CEREMONY, d -> d.ceremonyId = "Ceremony123457/1"),
        bad(ShareFault.FROM, d -> d.from = 3),
        bad(ShareFault.TO, d -> d.to = 3),
        bad(ShareFault.TO, d -> d.to = -2),
        bad(ShareFault.SIGNATURE, d -> d.signer = d.held.keys(3).signing()),
        bad(ShareFault.SIGNATURE, d -> d.signer = d.held.keys(1).receiving()),
        bad(ShareFault.TAG, d -> d.encryptedTo = d.held.keys(3).receiving().publicKey()),
        bad(ShareFault.SECRET, d -> d.secret = "0" + d.secret),
        bad(ShareFault.SECRET, d -> d.secret = d.secret.substring(2)),
        bad(ShareFault.SECRET, d -> d.secret = plusOrder(d.secret)),
        bad(ShareFault.SECRET, d -> d.secret = ORDER_MINUS_NOTHING),
        bad(ShareFault.SECRET, d -> d.secret = "ß".repeat(64)),
        bad(ShareFault.SECRET, d -> d.secret = "A" + d.secret.substring(1)),
        bad(ShareFault.VALUE, d -> d.secret = "0".repeat(63) + "1"),
        bad(ShareFault.VALUE, d -> d.secret = "0".repeat(64)));
  }

  private static Arguments bad(ShareFault fault, Consumer<BadDealer> change) {
    return Arguments.of(
        fault,
        (Function<BadDealer, SealedShare>)
            dealer -> {
              change.accept(dealer);
              return dealer.share();
            });
  }

  private static String plusOrder(String hex) {
    java.math.BigInteger sum =
        new java.math.BigInteger(hex, 16).add(new java.math.BigInteger(ORDER_MINUS_NOTHING, 16));
    return String.format(java.util.Locale.ROOT, "%064x", sum);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        plain(d -> "{}"),
        plain(d -> "no JSON"),
        plain(d -> ""),
        plain(d -> d.plain() + " "),
        plain(d -> d.plain().replace("{\"message\"", "{ \"message\"")),
        plain(d -> d.signed("{}")),
        plain(d -> d.signed("{\"message\":\"x\",\"recipient\":\"" + d.recipient + "\"}")),
        plain(d -> d.signed(addressed(d, "{}"))),
        plain(d -> d.signed(addressed(d, message(d, "\"from\":1")))),
        plain(d -> d.signed(addressed(d, message(d, "\"from\":1,\"secret\":5")))),
        plain(d -> d.signed(addressed(d, message(d, "\"from\":1.0,\"secret\":\"x\"")))),
        plain(
            d ->
                d.signed(
                    addressed(
                        d, message(d, "\"from\":1,\"more\":1,\"secret\":\"" + d.secret + "\"")))));
  }

  private static String message(BadDealer dealer, String middle) {
    return "{\"ceremony\":\"" + dealer.ceremonyId + "\"," + middle + ",\"to\":2}";
  }

  private static String addressed(BadDealer dealer, String message) {
    return "{\"recipient\":\""
        + dealer.recipient
        + "\",\"message\":\""
        + message.replace("\"", "\\\"")
        + "\"}";
  }

  private static Arguments plain(Function<BadDealer, String> plain) {
    return Arguments.of(
        ShareFault.MALFORMED,
        (Function<BadDealer, SealedShare>)
            dealer -> {
              String text = plain.apply(dealer);
              return dealer.encrypted(text.isEmpty() ? " " : text);
            });
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        bytes(text -> "no JSON"),
        bytes(text -> "{}"),
        bytes(text -> text + "\n"),
        bytes(text -> text.replace("AES-GCM", "AES-CCM")),
        bytes(text -> text.replace("\"alpha\":\"", "\"alpha\":\"0")),
        bytes(text -> text.replaceFirst("\"data\":\"[0-9a-f]*", "\"data\":\"" + "ab".repeat(16))),
        bytes(text -> text.replaceFirst("\"data\":\"", "\"data\":\"0")),
        bytes(text -> text.replaceFirst("\"data\":\"..", "\"data\":\"AB")),
        bytes(text -> text.substring(0, text.length() - 1) + ",\"more\":1}"),
        bytes(
            // A point of order 2.
            text ->
                text.replaceFirst(
                    "\"alpha\":\"[0-9a-f]*",
                    "\"alpha\":\"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec")),
        Arguments.of(
            ShareFault.UNREADABLE,
            (Function<BadDealer, SealedShare>)
                dealer -> BadDealer.sealed(new byte[] {(byte) 0xff, 0, (byte) 0xc0})));
  }

  private static Arguments bytes(Function<String, String> change) {
    return Arguments.of(
        ShareFault.UNREADABLE,
        (Function<BadDealer, SealedShare>)
            dealer -> {
              String honest =
                  new String(dealer.share().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
              String changed = change.apply(honest);
              assertThat(changed).isNotEqualTo(honest);
              return BadDealer.sealed(Utf8.encode(changed));
            });
  }

  @ParameterizedTest
  @MethodSource({"bad", "malformed", "unreadable"})
  void everyFaultIsNamedAndProven(ShareFault fault, Function<BadDealer, SealedShare> make)
      throws Exception {
    BadDealer dealer = new BadDealer(held);
    SealedShare share = make.apply(dealer);
    Dealings dealings = dealer.dealing(share);

    assertThat(dealings.open(1, 2, share, held.keys(2))).isEqualTo(new ShareOutcome.Refused(fault));
    assertThat(fault.provable()).isTrue();
    Evidence evidence = dealings.complain(1, 2, share, held.keys(2), held.random()).orElseThrow();
    Evidence read = Evidence.decode(evidence.encode(), held.ceremony().group());
    assertThat(read).isEqualTo(evidence);
    assertThat(dealings.judge(1, 2, read)).isEqualTo(new Judgement.Proven(fault));
    assertThat(read.opening().isPresent()).isEqualTo(fault != ShareFault.UNREADABLE);
    // The dealing itself is in order: only its share betrays the dealer.
    assertThat(
            CeremonyInspection.dealing(
                    held.ceremony(),
                    1,
                    held.certificates(),
                    held.commitment(1),
                    dealings.dealings().get(0),
                    java.util.List.of())
                .findings())
        .isEmpty();
  }

  /** The twin of everything above: the same path with nothing changed. */
  @Test
  void theUnchangedShareIsAcceptedAndProvesNothing() {
    BadDealer dealer = new BadDealer(held);
    SealedShare share = dealer.share();
    Dealings dealings = dealer.dealing(share);

    assertThat(dealings.open(1, 2, share, held.keys(2))).isInstanceOf(ShareOutcome.Accepted.class);
    assertThat(dealings.complain(1, 2, share, held.keys(2), held.random())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void noHonestShareOfAnyMemberIsEverProvenBad(String group) {
    HeldCeremony all = HeldCeremony.of(group, 2, 3);
    Dealings dealings = all.dealings();
    for (int from = 1; from <= 3; from++) {
      for (int to = 1; to <= 3; to++) {
        SealedShare share = all.share(from, to);
        assertThat(dealings.open(from, to, share, all.keys(to)))
            .isInstanceOf(ShareOutcome.Accepted.class);
        assertThat(dealings.complain(from, to, share, all.keys(to), all.random())).isEmpty();
        assertThat(dealings.judge(from, to, truthful(all, from, to)))
            .isEqualTo(new Judgement.NotProven(Judgement.Reason.GOOD_SHARE));
      }
    }
  }

  /** Evidence as a member would make it that complains against its own better knowledge. */
  private static Evidence truthful(HeldCeremony all, int from, int to) {
    return evidence(all, from, to, all.keys(to).receiving(), all.share(from, to));
  }

  private static Evidence evidence(
      HeldCeremony all, int from, int to, TrusteeKeyPair opener, SealedShare share) {
    try {
      EncryptedShare encrypted = EncryptedShare.decode(share, all.ceremony().group());
      var factor = encrypted.alpha().timesSecret(opener.secret());
      String prefix =
          "psephos/complaint/1|"
              + all.ceremony().id()
              + "|"
              + to
              + "|"
              + from
              + "|"
              + all.certificates().get(to - 1).encryption().encode()
              + "|"
              + encrypted.alpha().encode()
              + "|"
              + factor.encode()
              + "|";
      Proof proof = EqualLogarithms.prove(prefix, encrypted.alpha(), opener.secret(), all.random());
      return new Evidence(Optional.of(new Evidence.Opening(factor, proof)), share);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aShareIsNotOpenedWithAnotherKeyToAccuseItsDealer() {
    Evidence lie = evidence(held, 1, 2, held.keys(3).receiving(), held.share(1, 2));

    assertThat(held.dealings().judge(1, 2, lie))
        .isEqualTo(new Judgement.NotProven(Judgement.Reason.PROOF));
  }

  @Test
  void evidenceOfAnotherShareCeremonyOrMemberProvesNothing() {
    BadDealer dealer = new BadDealer(held);
    dealer.to = 3;
    SealedShare share = dealer.share();
    Dealings dealings = dealer.dealing(share);
    Evidence good = dealings.complain(1, 2, share, held.keys(2), held.random()).orElseThrow();
    Dealings later =
        new Dealings(
            HeldCeremony.ceremony("Ed25519", 2, 2, 3),
            dealings.certificates(),
            dealings.dealings());

    assertThat(dealings.judge(1, 2, good)).isEqualTo(new Judgement.Proven(ShareFault.TO));
    assertThat(dealings.judge(1, 3, good)).isEqualTo(notProven(Judgement.Reason.OTHER_SHARE));
    assertThat(dealings.judge(3, 2, good)).isEqualTo(notProven(Judgement.Reason.OTHER_SHARE));
    assertThat(held.dealings().judge(1, 2, good))
        .isEqualTo(notProven(Judgement.Reason.OTHER_SHARE));
    assertThat(later.judge(1, 2, good)).isEqualTo(notProven(Judgement.Reason.PROOF));
  }

  @Test
  void evidenceOpensWhatCanBeReadAndNothingElse() {
    BadDealer dealer = new BadDealer(held);
    dealer.from = 2;
    SealedShare readable = dealer.share();
    SealedShare unreadable = BadDealer.sealed(new byte[] {1});
    Dealings first = dealer.dealing(readable);
    Dealings second = dealer.dealing(unreadable);
    Evidence open = first.complain(1, 2, readable, held.keys(2), held.random()).orElseThrow();

    assertThat(first.judge(1, 2, new Evidence(Optional.empty(), readable)))
        .isEqualTo(notProven(Judgement.Reason.NO_OPENING));
    assertThat(second.judge(1, 2, new Evidence(open.opening(), unreadable)))
        .isEqualTo(notProven(Judgement.Reason.NEEDLESS_OPENING));
    assertThat(second.judge(1, 2, new Evidence(Optional.empty(), unreadable)))
        .isEqualTo(new Judgement.Proven(ShareFault.UNREADABLE));
  }

  @Test
  void aChangedProofOrFactorProvesNothing() {
    BadDealer dealer = new BadDealer(held);
    dealer.from = 2;
    SealedShare share = dealer.share();
    Dealings dealings = dealer.dealing(share);
    Evidence.Opening honest =
        dealings.complain(1, 2, share, held.keys(2), held.random()).orElseThrow().opening().get();
    Scalar one = held.ceremony().group().scalar(1);
    Proof proof = honest.proof();

    for (Evidence.Opening changed :
        new Evidence.Opening[] {
          new Evidence.Opening(honest.factor().plus(held.ceremony().group().generator()), proof),
          new Evidence.Opening(
              honest.factor(), new Proof(proof.challenge().plus(one), proof.response())),
          new Evidence.Opening(
              honest.factor(), new Proof(proof.challenge(), proof.response().plus(one)))
        }) {
      assertThat(dealings.judge(1, 2, new Evidence(Optional.of(changed), share)))
          .isEqualTo(notProven(Judgement.Reason.PROOF));
    }
  }

  private static Judgement notProven(Judgement.Reason reason) {
    return new Judgement.NotProven(reason);
  }

  /** What a mailbox may do: nothing of it is the dealer's fault. */
  @Test
  void otherBytesOfTheMailboxAreRefusedAndProveNothing() {
    Dealings dealings = held.dealings();
    HeldCeremony later =
        new HeldCeremony(HeldCeremony.ceremony("Ed25519", 2, 2, 3), "later attempt");
    for (SealedShare other :
        new SealedShare[] {
          held.share(1, 3), held.share(3, 2), later.share(1, 2), BadDealer.sealed(new byte[] {1})
        }) {
      assertThat(dealings.open(1, 2, other, held.keys(2)))
          .isEqualTo(new ShareOutcome.Refused(ShareFault.OTHER_BYTES));
      assertThat(dealings.complain(1, 2, other, held.keys(2), held.random())).isEmpty();
    }
    assertThat(ShareFault.OTHER_BYTES.provable()).isFalse();
  }

  @Test
  void aShareHasAFewThousandBytesAtMost() throws Exception {
    assertThat(SealedShare.of(new byte[SealedShare.MOST_BYTES])).isNotNull();
    assertThatThrownBy(() -> SealedShare.of(new byte[SealedShare.MOST_BYTES + 1]))
        .isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> SealedShare.of(new byte[0])).isInstanceOf(DecodingException.class);
  }
}
