package org.psephos.api.election;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.hash.Digest;

/**
 * The result of an election with everything that is published beside it: all of it stands on the
 * board, before or at the entry of the result, so it never changes. Immutable.
 *
 * @param group the name of the cryptographic group
 * @param texts language tag to everything a voter read
 * @param questions the counts, in the order of the texts
 */
public record PublishedResult(
    String uuid,
    Mode mode,
    String group,
    Digest fingerprint,
    SortedMap<String, TextDefinition> texts,
    String defaultLanguage,
    Period period,
    Electorate electorate,
    Counted counted,
    List<QuestionCount> questions,
    Evidence evidence) {

  /**
   * When people could vote, in Unix seconds.
   *
   * @param opens not before, as announced
   * @param closes not before, as announced and amended
   * @param opened when the board says that it opened
   * @param closed when the board says that it closed
   */
  public record Period(long opens, long closes, long opened, long closed) {}

  /**
   * Who could vote.
   *
   * @param voters credentials on the list
   * @param weight the sum of their weights
   * @param minimumBallots with fewer counted ballots there would be no result
   */
  public record Electorate(long voters, long weight, long minimumBallots) {

    /** Whether some ballots count for more than one vote. */
    public boolean isWeighted() {
      return weight != voters;
    }
  }

  /**
   * What was counted.
   *
   * @param ballots all on the board
   * @param counting the last one of each voter: as many as people who voted
   * @param weight the sum of their weights: the most that an answer can have
   */
  public record Counted(long ballots, long counting, long weight) {

    /** Ballots in the place of which a later one of the same voter counts. */
    public long replaced() {
      return ballots - counting;
    }
  }

  /**
   * Where anyone can look it up.
   *
   * @param origin the name of the board: public host, {@code /board/}, uuid
   * @param log the verification key that signs its checkpoints
   * @param size of the first published checkpoint over the result
   * @param root of that checkpoint
   * @param resultIndex the entry of the result
   * @param result the object of the result
   */
  public record Evidence(
      String origin, String log, long size, Digest root, long resultIndex, Digest result) {

    /** The public host, without a scheme. */
    public String host() {
      return origin.substring(0, origin.indexOf('/'));
    }
  }

  public PublishedResult {
    requireNonNull(uuid, "uuid is null");
    requireNonNull(mode, "mode is null");
    requireNonNull(fingerprint, "fingerprint is null");
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    questions = List.copyOf(questions);
    requireNonNull(period, "period is null");
    requireNonNull(electorate, "electorate is null");
    requireNonNull(counted, "counted is null");
    requireNonNull(evidence, "evidence is null");
    if (!texts.containsKey(defaultLanguage)) {
      throw new IllegalArgumentException("no texts in " + defaultLanguage);
    }
  }

  /** What voters read, in the language that the election was defined in. */
  public TextDefinition defaultText() {
    return texts.get(defaultLanguage);
  }
}
