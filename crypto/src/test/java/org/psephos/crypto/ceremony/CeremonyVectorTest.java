package org.psephos.crypto.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.VectorSecrets;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** Ceremonies that another program held, replayed from the seeds of their members. */
class CeremonyVectorTest {

  @ParameterizedTest
  @ValueSource(strings = {"b-rfc3526-thr2of3-weights", "c-ed25519-thr3of5"})
  void seedsGiveTheCertifiedKeys(String name) throws Exception {
    Replay replay = new Replay(name);
    for (int i = 1; i <= replay.size(); i++) {
      Certificate certificate = replay.published.certificates().get(i - 1);
      assertThat(replay.keys(i).belongTo(certificate)).isTrue();
      assertThat(Certificate.decode(certificate.encode(), replay.group)).isEqualTo(certificate);
      assertThat(
              CeremonyInspection.certificate(
                      replay.ceremony(),
                      i,
                      certificate,
                      replay.published.certificates().subList(0, i - 1))
                  .findings())
          .isEmpty();
    }
  }

  /** Our encryption reads theirs, and their shares fit their commitments as ours must. */
  @ParameterizedTest
  @ValueSource(strings = {"b-rfc3526-thr2of3-weights", "c-ed25519-thr3of5"})
  void everyShareOpensAndFitsTheDealersCommitments(String name) throws Exception {
    Replay replay = new Replay(name);
    List<String> dealt = replay.vector.lines("polynomials.jsons");
    for (int to = 1; to <= replay.size(); to++) {
      Scalar sum = replay.group.zero();
      Element derived = replay.group.identity();
      for (int from = 1; from <= replay.size(); from++) {
        Scalar share = replay.share(dealt.get(from - 1), from, to);
        Coefficients coefficients = replay.published.coefficients().get(from - 1);
        assertThat(replay.group.generatorBase().times(share)).isEqualTo(coefficients.at(to));
        sum = sum.plus(share);
        derived = derived.plus(coefficients.at(to));
      }
      try (TrusteeKeyPair member = new VectorSecrets(replay.vector).member(to)) {
        assertThat(member.secret().reveal()).isEqualTo(sum);
      }
      assertThat(replay.published.verificationKeys().get(to - 1).publicKey()).isEqualTo(derived);
    }
  }

  private static final class Replay {
    final BeleniosVector vector;
    final Group group;
    final PedersenGroup published;

    Replay(String name) throws Exception {
      vector = BeleniosVector.named(name);
      group = Election.decode(vector.election()).group();
      published = (PedersenGroup) Trustees.decode(vector.trustees(), group).entries().get(0);
    }

    int size() {
      return published.size();
    }

    Ceremony ceremony() throws Exception {
      return new Ceremony(
          Election.decode(vector.election()).uuid(),
          1,
          group,
          published.size(),
          published.threshold());
    }

    /** The certificates stand in the order of the members, the files under their hashes. */
    MemberKeys keys(int index) {
      String file = vector.lines(index + ".trustee").get(0);
      String seed = vector.lines(file + ".key").get(0);
      byte[] both = new byte[2 * length()];
      place(both, 0, Digest.sha256("sk|" + seed));
      place(both, length(), Digest.sha256("dk|" + seed));
      return MemberKeys.restore(group, both);
    }

    private int length() {
      return (group.orderBits() + 7) / 8;
    }

    /** A digest mod q, padded to the length of q. */
    private void place(byte[] both, int from, Digest digest) {
      byte[] padded = group.reduceSecret(digest.toByteArray()).exposeBytes();
      System.arraycopy(padded, 0, both, from, padded.length);
    }

    Scalar share(String dealt, int from, int to) throws Exception {
      Json.Arr secrets = (Json.Arr) JsonEdit.get(JsonEdit.open(Utf8.encode(dealt)), "secrets");
      String text = ((Json.Text) secrets.items().get(to - 1)).value();
      EncryptedShare encrypted = EncryptedShare.decode(SealedShare.of(Utf8.encode(text)), group);
      byte[] plain = encrypted.open(keys(to).factor(encrypted.alpha())).orElseThrow();
      SignedMessage signed = SignedMessage.decode(JsonParser.parse(plain, Limits.OBJECT), group);
      assertThat(signed.toJson().toBytes()).isEqualTo(plain);
      assertThat(signed.isSignedBy(published.certificates().get(from - 1).verification())).isTrue();
      Json.Obj addressed = JsonEdit.open(Utf8.encode(signed.message()));
      assertThat(List.copyOf(addressed.members().keySet()))
          .isEqualTo(List.of("recipient", "message"));
      assertThat(JsonEdit.text(addressed, "recipient"))
          .isEqualTo(published.certificates().get(to - 1).encryption().encode());
      Json.Obj secret = JsonEdit.open(Utf8.encode(JsonEdit.text(addressed, "message")));
      List<String> members = new ArrayList<>(secret.members().keySet());
      assertThat(members).containsExactly("secret");
      return group.reduce(new BigInteger(JsonEdit.text(secret, "secret")).toByteArray());
    }
  }
}
