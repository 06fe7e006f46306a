package org.psephos.board.note;

import java.util.Arrays;
import java.util.Optional;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.signature.Signature;

/**
 * A witness's verified statement: at that time, this was the largest consistent tree of the log
 * that it had seen (C2SP tlog-cosignature, v1). It says nothing about extension lines or entries.
 *
 * @param witness a key of type {@link KeyType#COSIGNATURE}
 * @param time Unix seconds, from 1, by the witness's clock
 */
public record Cosignature(VerifierKey witness, long time) {

  private static final int LENGTH = Long.BYTES + Signature.LENGTH;

  /**
   * Checks one line under a checkpoint.
   *
   * @param text the checkpoint's text, without the signatures
   * @return empty if the line is not this witness's cosignature of the text
   */
  public static Optional<Cosignature> verify(NoteSignature line, String text, VerifierKey witness) {
    byte[] timed = line.signature();
    if (witness.type() != KeyType.COSIGNATURE || !witness.matches(line) || timed.length != LENGTH) {
      return Optional.empty();
    }
    long time = BigEndian.readLong(timed, 0);
    byte[] signature = Arrays.copyOfRange(timed, Long.BYTES, LENGTH);
    boolean good = time > 0 && witness.verifies(message(time, text), signature);
    return good ? Optional.of(new Cosignature(witness, time)) : Optional.empty();
  }

  /** What a witness signs: the time and the checkpoint's text. */
  static byte[] message(long time, String text) {
    return Utf8.encode("cosignature/v1\ntime " + time + "\n" + text);
  }
}
