package org.psephos.api.election;

import org.psephos.board.entry.BoardObject;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Group;

/**
 * What a trustee sends when it has decrypted something: {@code {"partial_decryption","proof"}},
 * read and not yet verified.
 */
record DecryptionBody(PartialDecryption partial, StrongDecryptionProof proof) {

  /**
   * Reads the body.
   *
   * @param sums what was decrypted
   * @throws RefusedException unless both are canonical and shaped as the sums are
   */
  static DecryptionBody read(Json.Obj body, EncryptedTally sums, Group group)
      throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      byte[] partial = fields.required("partial_decryption", Json::toBytes);
      byte[] proof = fields.required("proof", Json::toBytes);
      fields.end();
      return new DecryptionBody(
          PartialDecryption.decode(partial, sums, group),
          StrongDecryptionProof.decode(proof, group));
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  /** Refuses what does not hold, and an inspection that looked at nothing. */
  static void require(Inspection inspection) throws RefusedException {
    for (Finding fault : inspection.faults()) {
      throw new RefusedException(Code.BAD_PROOF, fault.where() + " does not hold");
    }
    if (!inspection.passed()) {
      throw new RefusedException(Code.BAD_PROOF, "nothing to check");
    }
  }

  BoardObject partialObject() {
    return BoardObject.of(partial.encode());
  }

  BoardObject proofObject() {
    return BoardObject.of(proof.encode());
  }
}
