package org.psephos.crypto.credential;

import java.util.Arrays;
import org.psephos.crypto.codec.DecodingException;

/**
 * Finds a line by its element's text: a hash table of line numbers over the document itself, so
 * that a million credentials cost a few bytes each beside their own text.
 */
final class CredentialIndex {

  private final CredentialText text;
  private final int[] slots;

  private CredentialIndex(CredentialText text) {
    this.text = text;
    int size = Integer.highestOneBit(Math.max(4, 2 * text.count())) << 1;
    this.slots = new int[size];
    Arrays.fill(slots, -1);
  }

  /**
   * Indexes every line.
   *
   * @throws DecodingException if an element stands there twice
   */
  static CredentialIndex of(CredentialText text) throws DecodingException {
    CredentialIndex index = new CredentialIndex(text);
    for (int line = 0; line < text.count(); line++) {
      index.add(line);
    }
    return index;
  }

  /** The line of an element's canonical text, or −1. */
  int find(byte[] element) {
    int slot = slot(element, 0, element.length);
    while (slots[slot] >= 0) {
      if (equal(slots[slot], element, 0, element.length)) {
        return slots[slot];
      }
      slot = next(slot);
    }
    return -1;
  }

  private void add(int line) throws DecodingException {
    int start = text.start(line);
    int end = text.end(line);
    int slot = slot(text.document(), start, end);
    while (slots[slot] >= 0) {
      if (equal(slots[slot], text.document(), start, end)) {
        throw new DecodingException(
            "[" + line + "]", "each credential once", "that of [" + slots[slot] + "] again");
      }
      slot = next(slot);
    }
    slots[slot] = line;
  }

  private boolean equal(int line, byte[] other, int start, int end) {
    return Arrays.equals(text.document(), text.start(line), text.end(line), other, start, end);
  }

  private int slot(byte[] bytes, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
