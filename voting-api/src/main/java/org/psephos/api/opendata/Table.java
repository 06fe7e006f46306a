package org.psephos.api.opendata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.roll.SafeCell;

/**
 * A table as CSV: RFC 4180 in UTF-8 without a byte order mark, numbers in plain digits, and no cell
 * that a spreadsheet takes for a formula (docs/spec/encoding.md, section 8, says how).
 */
final class Table {

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column, and what its cells mean.
   *
   * @param datatype a built-in type of CSV on the Web
   */
  record Column(String name, String datatype, String meaning) {}

  Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row; numbers are written as they are, everything else so that it stays text. */
  Table add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("a row of " + cells.length + " cells");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Number ? cell.toString() : SafeCell.write(cell.toString()));
    }
    rows.add(List.copyOf(row));
    return this;
  }

  List<Column> columns() {
    return columns;
  }

  byte[] encode() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns.stream().map(Column::name));
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return Utf8.encode(text.toString());
  }
}
