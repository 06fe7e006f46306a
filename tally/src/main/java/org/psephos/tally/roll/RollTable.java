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
  private final long skipped;

  private RollTable(String text, char delimiter, long skipped) {
    this.text = text;
    this.delimiter = delimiter;
    this.skipped = skipped;
  }

  /**
   * A text whose delimiter is given, named by a first line {@code sep=}, or the one of comma,
   * semicolon and tab that the first line has most of.
   */
  static RollTable of(String text, RollFormat format) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (text.startsWith(EXCEL) && first.length() == EXCEL.length() + 1) {
      char named = first.charAt(EXCEL.length());
      int end = text.indexOf('\n') + 1;
      String rest = end == 0 ? "" : text.substring(end);
      return new RollTable(rest, format.delimiter().orElse(named), 1);
    }
    return new RollTable(text, format.delimiter().orElseGet(() -> mostOf(first)), 0);
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
    long line = skipped + 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        List<String> cells = records.next().stream().map(String::strip).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          visitor.row(new Row(line, cells));
        }
        line = skipped + parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      faults.add(line, "not CSV from here on: a quotation does not end, or text follows its end");
    }
  }
}
