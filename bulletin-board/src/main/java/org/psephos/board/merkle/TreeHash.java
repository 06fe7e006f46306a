package org.psephos.board.merkle;

import java.security.MessageDigest;
import org.psephos.crypto.hash.Digest;

/**
 * The hashes of leaves and inner nodes (RFC 9162 §2.1.1). The prefix byte keeps the two apart: an
 * inner node cannot pass for an entry, provided that everybody hashes entries themselves.
 */
public final class TreeHash {

  /** The root of the tree without entries: the digest of nothing. */
  public static final Digest EMPTY = Digest.sha256(new byte[0]);

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** {@code SHA-256(00 ‖ entry)}. */
  public static Digest leaf(byte[] entry) {
    MessageDigest engine = Digest.sha256();
    engine.update(LEAF);
    return Digest.of(engine.digest(entry));
  }

  /** {@code SHA-256(01 ‖ left ‖ right)}. */
  public static Digest node(Digest left, Digest right) {
    MessageDigest engine = Digest.sha256();
    engine.update(NODE);
    engine.update(left.toByteArray());
    return Digest.of(engine.digest(right.toByteArray()));
  }
}
