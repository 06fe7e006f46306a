package org.psephos.api.opendata;

import java.util.List;
import org.psephos.api.election.PublishedResult;
import org.psephos.api.election.QuestionCount;
import org.psephos.api.opendata.Table.Column;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;

/**
 * A part of the result as a table, one fact a row.
 *
 * @param key the columns that tell its rows apart
 */
record ResultTable(String fileName, String title, List<String> key, Table table) {

  static final String RESULTS = "results.csv";
  static final String TURNOUT = "turnout.csv";
  static final String TEXTS = "texts.csv";

  private static final Column ELECTION =
      new Column("election", "string", "Identifier of the election");

  ResultTable {
    key = List.copyOf(key);
  }

  static List<ResultTable> all(PublishedResult result) {
    return List.of(results(result), turnout(result), texts(result));
  }

  /** The votes of each answer, with its text in the language of the election. */
  static ResultTable results(PublishedResult result) {
    Table table =
        new Table(
            List.of(
                ELECTION,
                new Column("question", "positiveInteger", "Number of the question, from 1"),
                new Column("answer", "nonNegativeInteger", "Number of the answer; 0 is blank"),
                new Column("kind", "string", "answer; or blank, for none of these"),
                new Column("label", "string", "Text of the answer; empty for blank"),
                new Column("language", "language", "Language of the label"),
                new Column("votes", "nonNegativeInteger", "Sum of the weights of its ballots")));
    result.questions().forEach(question -> addVotes(table, result, question));
    return new ResultTable(
        RESULTS, "Votes of each answer", List.of("election", "question", "answer"), table);
  }

  private static void addVotes(Table table, PublishedResult result, QuestionCount question) {
    String election = result.uuid();
    String language = result.defaultLanguage();
    int number = question.number();
    question
        .blank()
        .ifPresent(
            votes ->
                table.add(election, number, QuestionCount.BLANK, "blank", "", language, votes));
    List<String> labels = result.defaultText().questions().get(number - 1).answers();
    for (int i = 0; i < labels.size(); i++) {
      long votes = question.answers().get(i);
      table.add(election, number, i + 1, "answer", labels.get(i), language, votes);
    }
  }

  /** How many took part. */
  static ResultTable turnout(PublishedResult result) {
    Table table =
        new Table(
            List.of(
                ELECTION,
                new Column("measure", "string", "What is counted"),
                new Column("value", "nonNegativeInteger", "The number")));
    table
        .add(result.uuid(), "voters", result.electorate().voters())
        .add(result.uuid(), "voters_weight", result.electorate().weight())
        .add(result.uuid(), "ballots", result.counted().ballots())
        .add(result.uuid(), "ballots_replaced", result.counted().replaced())
        .add(result.uuid(), "ballots_counted", result.counted().counting())
        .add(result.uuid(), "weight_counted", result.counted().weight());
    return new ResultTable(
        TURNOUT, "How many could vote and did", List.of("election", "measure"), table);
  }

  /** The texts in every language. */
  static ResultTable texts(PublishedResult result) {
    Table table =
        new Table(
            List.of(
                ELECTION,
                new Column("question", "positiveInteger", "Its number; empty for the election"),
                new Column("answer", "positiveInteger", "Its number; empty for a question"),
                new Column("language", "language", "Language of the text"),
                new Column("text", "string", "The text")));
    result.texts().forEach((tag, text) -> addTexts(table, result.uuid(), tag, text));
    return new ResultTable(TEXTS, "Texts in every language", List.of(), table);
  }

  private static void addTexts(Table table, String election, String tag, TextDefinition text) {
    table.add(election, "", "", tag, text.name());
    for (int i = 0; i < text.questions().size(); i++) {
      QuestionText question = text.questions().get(i);
      table.add(election, i + 1, "", tag, question.question());
      for (int j = 0; j < question.answers().size(); j++) {
        table.add(election, i + 1, j + 1, tag, question.answers().get(j));
      }
    }
  }
}
