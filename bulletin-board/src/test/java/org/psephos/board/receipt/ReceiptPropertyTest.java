package org.psephos.board.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.psephos.board.receipt.SampleReceipt.FINGERPRINT;
import static org.psephos.board.receipt.SampleReceipt.POLICY;
import static org.psephos.board.receipt.SampleReceipt.RECEIPT;
import static org.psephos.board.receipt.SampleReceipt.tracker;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.psephos.crypto.codec.DecodingException;

class ReceiptPropertyTest {

  /** Only the fingerprint, which nothing vouches for, may change without anybody noticing. */
  @Property(tries = 1000)
  void noChangedByteIsConfirmedAsTheSameBallot(
      @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] file = RECEIPT.toBytes();
    file[at % file.length] ^= (byte) change;
    try {
      Receipt changed = Receipt.parse(file);
      boolean confirmed = changed.check(POLICY) instanceof ProofCheck.Confirmed;
      assertThat(confirmed && changed.fingerprint().equals(FINGERPRINT)).isFalse();
      assertThat(confirmed && !changed.tracker().equals(tracker(6))).isFalse();
    } catch (DecodingException refused) {
      assertThat(refused).hasMessageContaining("expected");
    }
  }
}
