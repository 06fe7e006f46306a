package org.psephos.crypto.ceremony;

/** Whether evidence shows that a dealer dealt a bad share. */
public sealed interface Judgement {

  /** The dealer is at fault. */
  record Proven(ShareFault fault) implements Judgement {}

  /** The evidence shows nothing, and whoever published it should not have. */
  record NotProven(Reason reason) implements Judgement {}

  /** Why evidence shows nothing. */
  enum Reason {
    OTHER_SHARE("the share is not the one that the dealing names"),
    NO_OPENING("the share can be read, but the evidence does not open it"),
    NEEDLESS_OPENING("the share cannot be read, but the evidence claims to open it"),
    PROOF("the proof that the share was opened rightly does not hold"),
    GOOD_SHARE("the share is acceptable");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** In words, to follow "the complaint is not proven: ". */
    public String text() {
      return text;
    }
  }
}
