package org.psephos.tally.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/** Reads the registrar's private list, as whoever prints the letters would. */
final class PrivateList {

  private PrivateList() {}

  /** A voter and the code as letters show it. */
  record Line(String login, String code) {}

  static List<Line> read(Path file) throws IOException, DemoException {
    String text;
    try {
      text = Utf8.decode(Files.readAllBytes(file));
    } catch (DecodingException e) {
      throw new DemoException("the private list is no text", e);
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser lines = CSVParser.parse(text, format)) {
      return lines.stream().map(line -> new Line(line.get("login"), line.get("code"))).toList();
    }
  }
}
