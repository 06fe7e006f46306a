package org.psephos.board.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.Vectors;
import org.psephos.board.merkle.TreeHash;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

class WitnessPolicyTest {

  private static final NoteSigner LOG = NoteSigners.log();
  private static final SignedCheckpoint PLAIN =
      LOG.sign(new Checkpoint(LOG.key().name(), 1, TreeHash.leaf(Vectors.entry(0))));

  private static WitnessPolicy policy(String text) throws DecodingException {
    return WitnessPolicy.parse(Utf8.encode(text));
  }

  private static String witness(int number) {
    return "witness w" + number + " " + NoteSigners.witness(number) + "\n";
  }

  private static String all(String rest) {
    return "log " + LOG.key() + "\n" + witness(1) + witness(2) + witness(3) + rest;
  }

  private static Set<VerifierKey> signers(int... numbers) {
    Set<VerifierKey> keys = new LinkedHashSet<>();
    IntStream.of(numbers).forEach(number -> keys.add(NoteSigners.witness(number)));
    return keys;
  }

  private static SignedCheckpoint cosigned(int... numbers) {
    List<NoteSignature> lines =
        IntStream.of(numbers)
            .mapToObj(number -> NoteSigners.cosign(number, 1790000000, PLAIN.note().text()))
            .toList();
    return PLAIN.with(lines);
  }

  @Nested
  class Quorums {

    @Test
    void theSampleFileAsksForTwoOfThree() throws DecodingException {
      WitnessPolicy policy = WitnessPolicy.parse(Vectors.bytes("policy.txt"));

      assertThat(policy.logs().get(0).key()).isEqualTo(LOG.key());
      assertThat(policy.logs().get(0).url()).contains("http://127.0.0.1:8080/");
      assertThat(policy.witnesses()).hasSize(3);
      assertThat(policy.needsWitnesses()).isTrue();
      assertThat(policy.isQuorum(signers(1))).isFalse();
      assertThat(policy.isQuorum(signers(1, 3))).isTrue();
      assertThat(policy.isQuorum(signers(1, 2, 3))).isTrue();
    }

    @Test
    void allAndAnyAndNestedGroupsCountMembers() throws DecodingException {
      WitnessPolicy policy =
          policy(all("group pair all w1 w2\ngroup either any pair w3\nquorum either\n"));

      assertThat(policy.isQuorum(signers(1))).isFalse();
      assertThat(policy.isQuorum(signers(1, 2))).isTrue();
      assertThat(policy.isQuorum(signers(3))).isTrue();
    }

    @Test
    void oneWitnessMayBeTheQuorum() throws DecodingException {
      WitnessPolicy policy = policy(all("quorum w2\n"));

      assertThat(policy.isQuorum(signers(1, 3))).isFalse();
      assertThat(policy.isQuorum(signers(2))).isTrue();
    }

    @Test
    void noneAsksForNoWitness() throws DecodingException {
      assertThat(policy("quorum none\n").isQuorum(Set.of())).isTrue();
      assertThat(policy("quorum none\n").needsWitnesses()).isFalse();
      assertThat(policy(all("quorum w1\n")).isQuorum(Set.of())).isFalse();
    }
  }

  @Nested
  class Checks {

    @Test
    void enoughWitnessesMakeACheckpointGood() throws DecodingException {
      WitnessPolicy policy = WitnessPolicy.parse(Vectors.bytes("policy.txt"));

      assertThat(policy.check(cosigned(1, 2))).isInstanceOf(NoteCheck.Accepted.class);
      refused(policy, cosigned(1), NoteCheck.Reason.QUORUM_MISSING);
      refused(policy, cosigned(1, 1), NoteCheck.Reason.QUORUM_MISSING);
    }

    @Test
    void theLogMustSignUnderItsOwnNameAndOrigin() throws DecodingException {
      WitnessPolicy log = WitnessPolicy.logOnly(LOG.key());
      Checkpoint other = new Checkpoint("elsewhere", 0, TreeHash.EMPTY);
      SignedCheckpoint moved = new SignedCheckpoint(other, LOG.sign(other.text()));
      SignedNote attacked = NoteSigners.attacker().sign(PLAIN.note().text());

      assertThat(log.check(PLAIN)).isInstanceOf(NoteCheck.Accepted.class);
      refused(log, moved, NoteCheck.Reason.OTHER_ORIGIN);
      refused(
          log,
          new SignedCheckpoint(PLAIN.checkpoint(), attacked),
          NoteCheck.Reason.NO_KNOWN_SIGNER);
    }

    @Test
    void witnessesDoNotReplaceTheLog() throws DecodingException {
      WitnessPolicy policy = WitnessPolicy.parse(Vectors.bytes("policy.txt"));
      List<NoteSignature> lines = cosigned(1, 2, 3).note().signatures().subList(1, 4);
      SignedNote unsigned = new SignedNote(PLAIN.note().text(), lines);

      refused(
          policy,
          new SignedCheckpoint(PLAIN.checkpoint(), unsigned),
          NoteCheck.Reason.NOT_SIGNED_BY_LOG);
    }

    @Test
    void aWitnessWhoseTimeIsNotATimeSpoilsTheNote() throws DecodingException {
      WitnessPolicy policy = WitnessPolicy.parse(Vectors.bytes("policy.txt"));
      String text = PLAIN.note().text();
      for (long time : new long[] {0, -1, Long.MIN_VALUE}) {
        refused(
            policy,
            cosigned(1, 2).with(List.of(NoteSigners.cosign(3, time, text))),
            NoteCheck.Reason.BAD_SIGNATURE);
      }
      assertThat(policy.check(cosigned(1, 2).with(List.of(NoteSigners.cosign(3, 1, text)))))
          .isInstanceOf(NoteCheck.Accepted.class);
    }

    @Test
    void aPolicyIsTurnedToOneLog() throws DecodingException {
      WitnessPolicy anyLog = policy(witness(1) + "quorum w1\n");

      refused(anyLog, cosigned(1), NoteCheck.Reason.NOT_SIGNED_BY_LOG);
      assertThat(anyLog.forLog(LOG.key()).check(cosigned(1)))
          .isInstanceOf(NoteCheck.Accepted.class);
      assertThatIllegalArgumentException().isThrownBy(() -> anyLog.forLog(NoteSigners.witness(2)));
    }

    private static void refused(
        WitnessPolicy policy, SignedCheckpoint checkpoint, NoteCheck.Reason reason) {
      assertThat(policy.check(checkpoint)).isEqualTo(new NoteCheck.Refused(reason));
    }
  }

  @Nested
  class Files {

    @Test
    void spacesTabsCommentsAndEmptyLinesAreFree() throws DecodingException {
      String text = all("\n  # a comment\n\t group\tg  2 w1\tw2 \n\nquorum   g\t\n");

      assertThat(policy(text).isQuorum(signers(1, 2))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "quorum w1",
          "quorum w1\nquorum w1\n",
          "quorum w4\n",
          "quorum\n",
          "quorum g\ngroup g any w1\n",
          "group g any\nquorum w1\n",
          "group g 0 w1\nquorum w1\n",
          "group g 3 w1 w2\nquorum w1\n",
          "group g 01 w1\nquorum w1\n",
          "group g some w1\nquorum w1\n",
          "group g any w1 w1\nquorum w1\n",
          "group g any w1\ngroup h any w1\nquorum w1\n",
          "group g any none\nquorum w1\n",
          "group none any w1\nquorum w1\n",
          "group w1 any w2\nquorum w1\n",
          "group g any g\nquorum w1\n",
          "notary n\nquorum w1\n",
          "log\nquorum w1\n",
          "quorum w1\r\n",
          "quorum w1\n# \u0007\n",
          "quorum w1\n# \u007f\n"
        })
    void filesThatBreakARuleAreRefused(String rest) throws DecodingException {
      assertThat(policy(all("quorum w1\n")).witnesses()).hasSize(3);
      malformed(all(rest));
    }

    @Test
    void oneKeyIsListedOnce() throws DecodingException {
      VerifierKey shared = NoteSigners.witness(1);
      VerifierKey renamed = VerifierKey.of("other", KeyType.COSIGNATURE, shared.key());
      VerifierKey ownWitness = VerifierKey.of("w", KeyType.COSIGNATURE, LOG.key().key());

      malformed(all("witness again " + renamed + "\nquorum w1\n"));
      malformed(all("witness self " + ownWitness + "\nquorum w1\n"));
      malformed(all("log " + LOG.key() + "\nquorum w1\n"));
      assertThat(policy("witness again " + renamed + "\nquorum again\n").witnesses()).hasSize(1);
    }

    @Test
    void keysMustBeOfTheRightType() {
      malformed("log " + NoteSigners.witness(1) + "\nquorum none\n");
      malformed("witness w " + LOG.key() + "\nquorum none\n");
    }

    private static void malformed(String text) {
      assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> policy(text));
    }
  }
}
