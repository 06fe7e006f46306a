package org.psephos.crypto.credential;

import java.util.Arrays;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * Cuts a list of credentials into its lines without building a tree of them: the document stays one
 * array, and a line is a place in it. Only the one canonical spelling is read.
 */
final class CredentialText {

  private static final int FIRST_CAPACITY = 1024;
  private static final int MAX_WEIGHT_DIGITS = 15;

  private final byte[] document;
  private int position;
  private int count;
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];
  private long[] weights = new long[FIRST_CAPACITY];
  private boolean weighted;

  private CredentialText(byte[] document) {
    this.document = document;
  }

  /**
   * Finds the lines of {@code ["<element>",…]} or {@code ["<element>,<weight>",…]}.
   *
   * @throws DecodingException if it is anything else; elements are not looked at
   */
  static CredentialText read(byte[] document) throws DecodingException {
    CredentialText text = new CredentialText(document);
    text.array();
    return text;
  }

  byte[] document() {
    return document;
  }

  int count() {
    return count;
  }

  boolean weighted() {
    return weighted;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  long weight(int line) {
    return weights[line];
  }

  private void array() throws DecodingException {
    expect('[');
    if (peek() != ']') {
      line();
      while (peek() == ',') {
        position++;
        line();
      }
    }
    expect(']');
    if (position != document.length) {
      throw unexpected("the end");
    }
    starts = Arrays.copyOf(starts, count);
    ends = Arrays.copyOf(ends, count);
    weights = Arrays.copyOf(weights, count);
  }

  private void line() throws DecodingException {
    grow();
    expect('"');
    starts[count] = position;
    skipWord();
    ends[count] = position;
    boolean hasWeight = peek() == ',';
    if (count > 0 && hasWeight != weighted) {
      throw unexpected("a weight on every line or on none");
    }
    weighted = hasWeight;
    weights[count] = hasWeight ? weight() : 1;
    expect('"');
    count++;
  }

  private void skipWord() throws DecodingException {
    int start = position;
    while (isWordByte(peek())) {
      position++;
    }
    if (position == start) {
      throw unexpected("an element");
    }
  }

  private static boolean isWordByte(int b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private long weight() throws DecodingException {
    int start = ++position;
    long weight = 0;
    while (peek() >= '0' && peek() <= '9') {
      weight = 10 * weight + (peek() - '0');
      position++;
      if (position - start > MAX_WEIGHT_DIGITS) {
        throw new DecodingException(Reason.TOO_LARGE, place(), "a smaller weight", "more digits");
      }
    }
    if (position == start) {
      throw unexpected("a weight");
    }
    if (document[start] == '0' && position - start > 1) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, place(), "no leading zero", "a leading zero");
    }
    return weight;
  }

  private void grow() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
  }

  /** The byte at the position, or −1 at the end. */
  private int peek() {
    return position < document.length ? document[position] & 0xff : -1;
  }

  private void expect(char expected) throws DecodingException {
    if (peek() != expected) {
      throw unexpected("'" + expected + "'");
    }
    position++;
  }

  private DecodingException unexpected(String expected) {
    int found = peek();
    boolean space = found == ' ' || found == '\n' || found == '\r' || found == '\t';
    return new DecodingException(
        space ? Reason.NOT_CANONICAL : Reason.MALFORMED,
        place(),
        expected,
        found < 0 ? "the end" : "byte " + found + " at " + position);
  }

  private String place() {
    return "[" + count + "]";
  }
}
