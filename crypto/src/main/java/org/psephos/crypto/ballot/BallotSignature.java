package org.psephos.crypto.ballot;

import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;

/**
 * The voter's signature: a Schnorr proof under {@code sig|<hash>|}.
 *
 * @param hash SHA-256 of the ballot without its signature
 * @param proof knowledge of the credential's key
 */
public record BallotSignature(Digest hash, Proof proof) {

  /** The prefix under which the hash is signed. */
  public static String prefix(Digest hash) {
    return "sig|" + hash.base64() + "|";
  }
}
