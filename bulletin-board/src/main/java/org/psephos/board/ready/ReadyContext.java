package org.psephos.board.ready;

import static java.util.Objects.requireNonNull;

import org.psephos.board.entry.CanonicalJson;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;

/**
 * What a Ready statement is about: the election, and the head of its board that was looked at.
 *
 * @param fingerprint of the election
 * @param size the number of entries that were seen; Setup is one of them
 * @param root the Merkle root over them
 */
public record ReadyContext(Group group, Digest fingerprint, long size, Digest root) {

  public ReadyContext {
    requireNonNull(group, "group is null");
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(root, "root is null");
    if (size < 1 || size > CanonicalJson.LARGEST) {
      throw new IllegalArgumentException("no board with a Setup has the size " + size);
    }
  }

  /** The text that is proved or signed. */
  String text(String who, String key) {
    return "psephos/ready/1|"
        + group.name()
        + "|"
        + fingerprint.base64()
        + "|"
        + who
        + "|"
        + key
        + "|"
        + size
        + "|"
        + root.hex()
        + "|";
  }
}
