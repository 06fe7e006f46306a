package org.psephos.tally.roll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV text with the lines on which they begin; rows without content are left out. */
final class RollTable {

  private static final char[] DELIMITERS = {',', ';', '\t'};
  private static final String EXCEL = "sep=";

  /**
   * One row.
   *
   * @param line where it begins, from 1; a quoted cell may go over several lines
   * @param cells without spaces around them
   */
  record Row(long line, List<String> cells) {}

  /** What is done with each row. */
  interface Visitor {
    void row(Row row);
  }

  private final String text;
  private final char delimiter;

  private RollTable(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * A text whose delimiter is given, named by a first line {@code sep=}, or the one of comma,
   * semicolon and tab that the first line has most of.
   */
  static RollTable of(String text, RollFormat format) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    boolean named = first.length() == EXCEL.length() + 1 && text.startsWith(EXCEL);
    if (named && isDelimiter(first.charAt(EXCEL.length()))) {
      // What is left of that line is empty, so that the lines below keep their numbers.
      char delimiter = format.delimiter().orElse(first.charAt(EXCEL.length()));
      return new RollTable(text.substring(first.length()), delimiter);
    }
    return new RollTable(text, format.delimiter().orElseGet(() -> mostOf(first)));
  }

  /** Whether a character may separate columns: none that means something else in CSV. */
  static boolean isDelimiter(char c) {
    return c == '\t' || (c > ' ' && c != '"' && !Character.isLetterOrDigit(c));
  }

  private static char mostOf(String line) {
    char best = DELIMITERS[0];
    long most = 0;
    for (char candidate : DELIMITERS) {
      long count = countUnquoted(line, candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static long countUnquoted(String line, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == wanted && !quoted) {
        count++;
      }
    }
    return count;
  }

  /** Goes through all rows; where the text is no CSV it stops and says so. */
  void forEach(Visitor visitor, RollFaults faults) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        List<String> cells = records.next().stream().map(String::strip).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          visitor.row(new Row(line, cells));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      faults.add(line, "not CSV from here on: a quotation does not end, or text follows its end");
    }
  }
}
