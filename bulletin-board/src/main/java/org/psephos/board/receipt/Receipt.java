package org.psephos.board.receipt;

import java.util.Optional;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * A voter's receipt: a {@link TlogProof} whose extra data names the election and the ballot. It
 * shows that a ballot is on the board, never how it votes.
 *
 * <p>{@link #check} rebuilds the entry from the tracker, so a confirmed receipt vouches for the
 * tracker. Nothing vouches for the fingerprint: it is there to be displayed and compared.
 *
 * @param fingerprint of the election, as the receipt says
 * @param tracker the SHA-256 of the ballot's bytes, as the receipt says
 * @param proof the file
 */
public record Receipt(Digest fingerprint, Digest tracker, TlogProof proof) {

  private static final String FINGERPRINT = "fingerprint";
  private static final String TRACKER = "tracker";

  public Receipt {
    if (!proof.extra().equals(Optional.of(extra(fingerprint, tracker)))) {
      throw new IllegalArgumentException("the proof's extra data name another ballot");
    }
  }

  /** The receipt of a ballot under a published checkpoint. */
  public static Receipt of(
      Digest fingerprint, Digest tracker, InclusionProof inclusion, SignedCheckpoint checkpoint) {
    if (inclusion.size() != checkpoint.checkpoint().size()) {
      throw new IllegalArgumentException("the proof is for another size");
    }
    Optional<String> extra = Optional.of(extra(fingerprint, tracker));
    return new Receipt(
        fingerprint,
        tracker,
        new TlogProof(extra, inclusion.index(), inclusion.path(), checkpoint));
  }

  private static String extra(Digest fingerprint, Digest tracker) {
    return PaddedBase64.encode(
        CanonicalJson.encode(
            Json.Obj.with(FINGERPRINT, fingerprint.base64())
                .and(TRACKER, tracker.base64())
                .build()));
  }

  /**
   * Reads a receipt. Whether it proves anything is for {@link #check} to say.
   *
   * @throws DecodingException if it is not a proof, or its extra data are not those of a receipt
   */
  public static Receipt parse(byte[] file) throws DecodingException {
    TlogProof proof = TlogProof.parse(file);
    if (proof.extra().isEmpty()) {
      throw new DecodingException("receipt", "extra data", "none");
    }
    byte[] extra = PaddedBase64.decode("extra", proof.extra().get());
    JsonFields fields = JsonFields.of(CanonicalJson.parse(extra, Limits.ENTRY));
    Digest fingerprint = fields.required(FINGERPRINT, Receipt::digest);
    Digest tracker = fields.required(TRACKER, Receipt::digest);
    fields.end();
    return new Receipt(fingerprint, tracker, proof);
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromBase64(JsonFields.text(value));
  }

  /** The file. */
  public byte[] toBytes() {
    return proof.toBytes();
  }

  /** Checks that the Ballot entry with this tracker is on the board, by the reader's own policy. */
  public ProofCheck check(WitnessPolicy policy) {
    return proof.check(new BallotEntry(tracker).encode(), policy);
  }
}
