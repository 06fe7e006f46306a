package org.psephos.api.opendata;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.psephos.api.election.PublishedResult;
import org.psephos.api.election.QuestionCount;
import org.psephos.api.election.QuestionRule;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.hash.Digest;

/**
 * A result with a blank vote, a question of several answers, two languages, a replaced ballot, and
 * the texts of somebody who means harm.
 */
final class Sample {

  static final String UUID = "6aYfNkpHxVHWLm";
  static final Addresses ADDRESSES = new Addresses(URI.create("https://vote.example.org"));

  /** Texts that must stay text. */
  static final String FORMULA = "=HYPERLINK(\"https://evil.example\",\"click\")";

  static final String MARKUP = "</script><script>alert(1)</script>";

  private Sample() {}

  static PublishedResult result() {
    return result(Mode.ELECTION);
  }

  static PublishedResult result(Mode mode) {
    Digest hash = Digest.sha256("sample");
    return new PublishedResult(
        UUID,
        mode,
        "Ed25519",
        hash,
        new TreeMap<>(Map.of("en", text("en", ""), "ar", text("ar", " (ع)"))),
        "en",
        new PublishedResult.Period(1_700_000_000L, 1_700_090_000L, 1_700_000_100L, 1_700_090_500L),
        new PublishedResult.Electorate(20, 30, 0),
        new PublishedResult.Counted(13, 12, 20),
        List.of(
            new QuestionCount(
                1, new QuestionRule(3, 1, 1, true), List.of(9L, 8L, 0L), OptionalLong.of(3)),
            new QuestionCount(
                2, new QuestionRule(2, 0, 2, false), List.of(20L, 11L), OptionalLong.empty())),
        new PublishedResult.Evidence(
            "vote.example.org/board/" + UUID, "key", 40, hash, 39, Digest.sha256("result")));
  }

  static Dataset dataset(List<Distribution> distributions) {
    PublishedResult result = result();
    return new Dataset(
        UUID,
        result.texts(),
        result.defaultLanguage(),
        result.period().opens(),
        result.period().closes(),
        Licence.CC0,
        distributions);
  }

  private static TextDefinition text(String language, String mark) {
    List<QuestionText> questions = new ArrayList<>();
    questions.add(
        new QuestionText(
            List.of(FORMULA + mark, "a \"quoted\", text\nof two lines" + mark, MARKUP + mark),
            "@Which?" + mark));
    questions.add(new QuestionText(List.of("+1" + mark, "'plain'" + mark), "Days?" + mark));
    return new TextDefinition(
        "Town clerk" + mark, "Office", "About", language, "A vote" + mark, questions);
  }
}
