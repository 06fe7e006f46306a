package org.psephos.board.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.psephos.board.receipt.SampleReceipt.BOARD;
import static org.psephos.board.receipt.SampleReceipt.FINGERPRINT;
import static org.psephos.board.receipt.SampleReceipt.HEAD;
import static org.psephos.board.receipt.SampleReceipt.POLICY;
import static org.psephos.board.receipt.SampleReceipt.RECEIPT;
import static org.psephos.board.receipt.SampleReceipt.SIZE;
import static org.psephos.board.receipt.SampleReceipt.receipt;
import static org.psephos.board.receipt.SampleReceipt.tracker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.Vectors;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.NoteSigners;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

class ReceiptTest {

  @Nested
  class Checks {

    @Test
    void everyBallotOfTheBoardHasAReceiptThatHolds() throws DecodingException {
      for (int i = 0; i < SIZE; i++) {
        Receipt receipt = Receipt.parse(receipt(i).toBytes());
        assertThat(receipt).isEqualTo(receipt(i));
        assertThat(receipt.check(POLICY)).isInstanceOf(ProofCheck.Confirmed.class);
      }
    }

    @Test
    void theLeafIsRebuiltFromTheTracker() {
      assertThat(new BallotEntry(tracker(6)).encode().toByteArray())
          .isEqualTo(Utf8.encode("{\"payload\":\"" + tracker(6).hex() + "\",\"type\":\"Ballot\"}"));
    }

    @Test
    void anotherVotersTrackerIsNotIncludedAtThisIndex() {
      Receipt clash = Receipt.of(FINGERPRINT, tracker(7), InclusionProof.of(6, SIZE, BOARD), HEAD);

      assertThat(clash.check(POLICY)).isEqualTo(new ProofCheck.NotIncluded());
    }

    @Test
    void aCheckpointWithoutTheQuorumProvesNothing() throws DecodingException {
      WitnessPolicy two = WitnessPolicy.parse(Vectors.bytes("policy.txt"));
      String text = HEAD.note().text();
      SignedCheckpoint cosigned =
          HEAD.with(List.of(NoteSigners.cosign(1, 5, text), NoteSigners.cosign(2, 6, text)));
      Receipt witnessed =
          Receipt.of(FINGERPRINT, tracker(6), InclusionProof.of(6, SIZE, BOARD), cosigned);

      assertThat(RECEIPT.check(two))
          .isEqualTo(new ProofCheck.Untrusted(NoteCheck.Reason.QUORUM_MISSING));
      assertThat(witnessed.check(two)).isInstanceOf(ProofCheck.Confirmed.class);
    }

    @Test
    void aProofForAnotherSizeIsNotMadeIntoAReceipt() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Receipt.of(FINGERPRINT, tracker(6), InclusionProof.of(6, 10, BOARD), HEAD));
    }
  }

  @Nested
  class Files {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"fingerprint\":\"<F>\"}",
          "{\"tracker\":\"<T>\",\"fingerprint\":\"<F>\"}",
          "{\"fingerprint\":\"<F>\",\"tracker\":\"<T>\",\"vote\":\"yes\"}",
          "{\"fingerprint\":\"<F>\", \"tracker\":\"<T>\"}",
          "{\"fingerprint\":\"<F>\",\"tracker\":\"<T>=\"}",
          "{\"fingerprint\":\"<F>\",\"tracker\":1}",
          "[]"
        })
    void otherExtraDataAreRefused(String extra) throws DecodingException {
      assertThat(Receipt.parse(withExtra("{\"fingerprint\":\"<F>\",\"tracker\":\"<T>\"}")))
          .isEqualTo(RECEIPT);
      byte[] file = withExtra(extra);
      assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> Receipt.parse(file));
    }

    private static byte[] withExtra(String template) {
      String json =
          template.replace("<F>", FINGERPRINT.base64()).replace("<T>", tracker(6).base64());
      String base64 = PaddedBase64.encode(Utf8.encode(json));
      TlogProof proof = RECEIPT.proof();
      return new TlogProof(Optional.of(base64), 6, proof.path(), HEAD).toBytes();
    }

    @Test
    void aProofWithoutExtraDataIsNotAReceipt() throws DecodingException {
      TlogProof bare = new TlogProof(Optional.empty(), 6, RECEIPT.proof().path(), HEAD);

      assertThat(TlogProof.parse(bare.toBytes())).isEqualTo(bare);
      assertThatExceptionOfType(DecodingException.class)
          .isThrownBy(() -> Receipt.parse(bare.toBytes()));
    }

    @Test
    void aProofHasAtMost63Hashes() throws DecodingException {
      List<Digest> path = new ArrayList<>(Collections.nCopies(63, FINGERPRINT));
      TlogProof longest = new TlogProof(Optional.empty(), 6, path, HEAD);
      String line = PaddedBase64.encode(FINGERPRINT) + "\n";
      String text = Utf8.decode(longest.toBytes());
      byte[] longer = Utf8.encode(text.replaceFirst("\n\n", "\n" + line + "\n"));

      assertThat(TlogProof.parse(longest.toBytes())).isEqualTo(longest);
      assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> TlogProof.parse(longer));
    }

    @Test
    void aMalformedExtraLineIsRefused() throws DecodingException {
      String text = Utf8.decode(RECEIPT.toBytes());

      assertThat(Receipt.parse(Utf8.encode(text))).isEqualTo(RECEIPT);
      for (String changed :
          List.of(
              text.replace("extra ", "extra  "),
              text.replace("extra ", "Extra "),
              text.replaceFirst("extra .*\n", "extra AAA\n"),
              text.replaceFirst("extra .*\n", "extra AAAA\nextra AAAA\n"),
              text.replaceFirst("index ", "index  "),
              text.replaceFirst("index 6\n", ""))) {
        assertThatExceptionOfType(DecodingException.class)
            .isThrownBy(() -> TlogProof.parse(Utf8.encode(changed)));
      }
    }

    @Test
    void aReceiptCannotBeMadeOfAnotherBallotsProof() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Receipt(FINGERPRINT, tracker(7), RECEIPT.proof()));
    }
  }
}
