package org.psephos.verifier.report;

import java.util.List;

/**
 * The result that the checks confirmed, with the texts that the fingerprint fixes.
 *
 * @param ballots how many ballots count
 * @param weight how many votes they have together
 * @param questions in the order of the election
 */
public record Results(long ballots, long weight, List<Question> questions) {

  public Results {
    questions = List.copyOf(questions);
  }

  /** One question and the count of each choice. */
  public record Question(String text, List<Choice> choices) {
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /** One choice; a blank vote is a choice of its own and stands first. */
  public record Choice(String answer, long count) {}
}
