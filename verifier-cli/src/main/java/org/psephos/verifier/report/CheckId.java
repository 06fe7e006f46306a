package org.psephos.verifier.report;

/**
 * The numbered checks. Number, title and promise are those of {@code docs/spec/verification.md}; a
 * number never changes its meaning.
 */
public enum CheckId {
  V01("Archive form", "The file holds exactly what it should, in the one order that is allowed."),
  V02("Objects are what they are called", "Nobody exchanged a document that the board refers to."),
  V03("Checkpoint signature", "The operator has signed this very board and cannot deny it."),
  V04(
      "Board root",
      "No entry was changed, removed, inserted or moved since the checkpoint was signed."),
  V05(
      "Entries are well formed",
      "Every entry on the board is of a known kind and written in the one way that is allowed."),
  V06(
      "Order of events",
      "The election went through its steps in order: nothing earlier, nothing twice, nothing"
          + " afterwards."),
  V07(
      "Times",
      "The election did not open too early or close too early, by the operator's own clock."),
  V08("Election definition", "The questions are stated once, completely, and within the limits."),
  V09(
      "Manifest",
      "The voters' list, the trustees, the rules and the translations are fixed by the same"
          + " fingerprint as the questions."),
  V10("Expected fingerprint", "This is the election that was announced to me."),
  V11(
      "Trustees",
      "The key of the election belongs to the trustees together, and each of them proved to hold a"
          + " part."),
  V12(
      "Ceremony",
      "The keys and the list that are used are those that were posted, and every attempt to make a"
          + " key was in order."),
  V13("Credentials", "The list of voters' keys is well formed and as long as was announced."),
  V14(
      "Ready",
      "Each trustee and the registrar looked at the finished definition and said so before voting"
          + " began."),
  V15(
      "Ballots are well formed",
      "Every ballot belongs to this election and has the shape of its questions."),
  V16("Only listed voters", "Every ballot was cast with a credential on the list."),
  V17(
      "Ballot signatures",
      "Every ballot was made by the holder of its credential and not changed afterwards."),
  V18("Ballot proofs", "Every ballot holds an allowed choice, although nobody can see which."),
  V19("No ballot twice", "No ballot stands on the board twice."),
  V20("Encrypted tally", "The encrypted sum is the sum of exactly the ballots that count."),
  V21("Size of the tally", "The published numbers of ballots and votes are right."),
  V22("Partial decryptions", "Each trustee decrypted the published sum and proved it."),
  V23(
      "Strong decryption proofs",
      "Each trustee's proof covers the very sum and the very numbers that it published."),
  V24(
      "Enough trustees",
      "Enough trustees took part, and any sufficient set gives the same result."),
  V25("Result", "The published result is what the trustees' numbers say."),
  V26("Minimum of ballots", "So few ballots that the sum would betray somebody were not opened."),
  V27("Receipts", "The receipts I hold are kept by this board."),
  V28("Earlier checkpoint", "What I saw earlier is still there, unchanged."),
  V29("Archive events", "The archive's chain of events is whole.");

  private final String title;
  private final String promise;

  CheckId(String title, String promise) {
    this.title = title;
    this.promise = promise;
  }

  /** The heading of the section. */
  public String title() {
    return title;
  }

  /** What it means for a reader when the check has passed, one sentence. */
  public String promise() {
    return promise;
  }
}
