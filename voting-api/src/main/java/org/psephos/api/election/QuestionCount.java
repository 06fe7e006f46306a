package org.psephos.api.election;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a question was answered. Questions and answers are numbered from 1 in the order in which
 * voters saw them; a blank vote has the number 0.
 *
 * @param number of the question
 * @param answers the votes of each answer: of every ballot that chose it, the weight
 * @param blank the votes for none of these, where the question offered that
 */
public record QuestionCount(int number, QuestionRule rule, List<Long> answers, OptionalLong blank) {

  /** The number of a blank vote. */
  public static final int BLANK = 0;

  public QuestionCount {
    requireNonNull(rule, "rule is null");
    answers = List.copyOf(answers);
    requireNonNull(blank, "blank is null");
    if (answers.size() != rule.answers() || blank.isPresent() != rule.blank()) {
      throw new IllegalArgumentException("counts of another question");
    }
  }

  /** Takes the counts of a result: blank first, where there is one. */
  static QuestionCount of(int number, QuestionRule rule, List<Long> counts) {
    return rule.blank()
        ? new QuestionCount(
            number, rule, counts.subList(1, counts.size()), OptionalLong.of(counts.get(0)))
        : new QuestionCount(number, rule, counts, OptionalLong.empty());
  }

  /** All votes for answers, blank ones not among them. */
  public long chosen() {
    return answers.stream().mapToLong(Long::longValue).sum();
  }

  /** The most votes that an answer has. */
  public long most() {
    return answers.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  /** The numbers of the answers that nobody has more votes than; all of them if none has any. */
  public List<Integer> leading() {
    long most = most();
    return java.util.stream.IntStream.rangeClosed(1, answers.size())
        .filter(answer -> answers.get(answer - 1) == most)
        .boxed()
        .toList();
  }

  /**
   * The votes of those who chose nothing at all, where that can be known: not where a ballot may
   * choose several.
   *
   * @param weight of all ballots that count
   */
  public OptionalLong unanswered(long weight) {
    return rule.min() == 0 && rule.max() == 1
        ? OptionalLong.of(weight - chosen() - blank.orElse(0))
        : OptionalLong.empty();
  }
}
