package org.psephos.tally.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.SafeCell;
import org.psephos.tally.roll.Voter;

/** What letters say as CSV, for programs that make letters of their own. No cell is a formula. */
public final class MergeList {

  /** The columns beside those of the voter list. */
  public static final List<String> OWN_COLUMNS =
      List.of("login", "code", "weight", "link", "page", "fingerprint", "opens", "closes");

  private MergeList() {}

  /** Whether no column of the voter list has the name of one of ours. */
  public static boolean permits(List<String> columns) {
    return Collections.disjoint(columns, OWN_COLUMNS);
  }

  /** The lines of some voters, in UTF-8 with byte-order mark. The caller wipes them. */
  public static byte[] write(
      LetterFacts facts, LetterWords words, PrivateList codes, List<Integer> places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStreamWriter out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        CSVPrinter lines = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      // Without it, spreadsheets take the file for one of an old encoding.
      out.write('\uFEFF');
      List<String> header = new ArrayList<>(OWN_COLUMNS);
      codes.columns().forEach(column -> header.add(SafeCell.write(column)));
      lines.printRecord(header);
      for (int place : places) {
        lines.printRecord(line(facts, words, codes, place));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> line(
      LetterFacts facts, LetterWords words, PrivateList codes, int place) {
    Voter voter = codes.voter(place);
    String code = codes.exposeCode(place);
    List<String> cells =
        new ArrayList<>(
            List.of(
                voter.login(),
                code,
                Long.toString(voter.weight()),
                facts.link(code),
                facts.page(),
                Letters.grouped(facts.fingerprint().base64()),
                words.time(facts.opens(), facts.zone()),
                words.time(facts.closes(), facts.zone())));
    cells.addAll(voter.kept());
    return cells.stream().map(SafeCell::write).toList();
  }
}
