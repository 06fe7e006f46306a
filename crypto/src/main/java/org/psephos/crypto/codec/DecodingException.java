package org.psephos.crypto.codec;

/** Bytes from outside are not what they should be: where, what was expected, what was found. */
public final class DecodingException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  /** In which way the bytes are wrong; each has its own answer over HTTP. */
  public enum Reason {
    /** No reading makes sense of it. */
    MALFORMED,
    /** It can be read, but it is not the one spelling that is allowed. */
    NOT_CANONICAL,
    /** It spells a number or a point outside the prime-order group. */
    NOT_IN_GROUP,
    /** It breaks a limit on size, count or depth. */
    TOO_LARGE
  }

  private final Reason reason;
  private final String path;
  private final String expected;
  private final String found;

  /** A fault of kind {@link Reason#MALFORMED}. */
  public DecodingException(String path, String expected, String found) {
    this(Reason.MALFORMED, path, expected, found);
  }

  public DecodingException(Reason reason, String path, String expected, String found) {
    super(path + ": expected " + expected + ", found " + shorten(found));
    this.reason = reason;
    this.path = path;
    this.expected = expected;
    this.found = shorten(found);
  }

  public Reason reason() {
    return reason;
  }

  /** Where, for example {@code answers[1].choices[0].alpha}. */
  public String path() {
    return path;
  }

  public String expected() {
    return expected;
  }

  /** What stood there, shortened; it may hold hostile text, so escape it before showing it. */
  public String found() {
    return found;
  }

  /** The same fault, seen from one level further out: {@code parent.path}. */
  public DecodingException within(String parent) {
    String joined = path.isEmpty() || path.startsWith("[") ? parent + path : parent + "." + path;
    DecodingException outer = new DecodingException(reason, joined, expected, found);
    outer.initCause(this);
    return outer;
  }

  private static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
