package org.psephos.crypto.credential;

/**
 * How a list differs from the one that it replaces, line by line. A line is a credential with its
 * weight: the same credential with another weight is another line.
 *
 * @param added lines that were not there before
 * @param kept lines that are in both
 * @param removed lines that are there no longer
 */
public record ListChange(long added, long kept, long removed) {

  /** Compares two lists. */
  public static ListChange between(CredentialList older, CredentialList newer) {
    long kept = 0;
    for (int line = 0; line < newer.size(); line++) {
      var weight = older.weightOf(newer.credential(line));
      if (weight.isPresent() && weight.getAsLong() == newer.weight(line)) {
        kept++;
      }
    }
    return new ListChange(newer.size() - kept, kept, older.size() - kept);
  }

  /** The change that a first list makes. */
  public static ListChange first(CredentialList list) {
    return new ListChange(list.size(), 0, 0);
  }

  /**
   * How many lines took the place of others, as the board counts them: codes that were made anew. A
   * list does not say who is behind a line, so a voter struck off and another one entered at the
   * same time count as one code made anew.
   */
  public long reissued() {
    return Math.min(added, removed);
  }
}
