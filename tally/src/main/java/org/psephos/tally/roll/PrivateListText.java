package org.psephos.tally.roll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.InvalidCodeException;

/** The registrar's list of who has which code, as CSV in UTF-8 (docs/spec/encoding.md, 8). */
final class PrivateListText {

  private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]{0,9}");
  private static final int OWN = PrivateList.OWN_COLUMNS.size();

  private PrivateListText() {}

  static byte[] write(PrivateList list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CSVPrinter lines =
        new CSVPrinter(
            new OutputStreamWriter(bytes, StandardCharsets.UTF_8),
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
      lines.printRecord(header(list.columns()));
      for (int i = 0; i < list.size(); i++) {
        lines.printRecord(record(list.voter(i), list.exposeCode(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> header(List<String> columns) {
    List<String> header = new ArrayList<>(PrivateList.OWN_COLUMNS);
    columns.forEach(column -> header.add(SafeCell.write(column)));
    return header;
  }

  private static List<String> record(Voter voter, String code) {
    List<String> cells =
        new ArrayList<>(
            List.of(SafeCell.write(voter.login()), code, Long.toString(voter.weight())));
    voter.kept().forEach(cell -> cells.add(SafeCell.write(cell)));
    return cells;
  }

  static PrivateList read(byte[] content) throws RollException {
    try (CSVParser parser =
        CSVParser.parse(
            Utf8.decode(content), CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
      return new Reading().read(parser.getRecords());
    } catch (DecodingException | IOException | UncheckedIOException | IllegalStateException e) {
      throw damaged(0, "it is not CSV in UTF-8");
    }
  }

  private static RollException damaged(long line, String why) {
    return new RollException(
        "the private list was changed or is another file: "
            + (line == 0 ? "" : "record " + line + ": ")
            + why);
  }

  /** Collects voters and codes. */
  private static final class Reading {
    private final List<Voter> voters = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();
    private final Set<String> logins = new HashSet<>();
    private final Set<String> given = new HashSet<>();

    PrivateList read(List<CSVRecord> records) throws RollException {
      if (records.size() < 2
          || records.get(0).size() < OWN
          || !records.get(0).toList().subList(0, OWN).equals(PrivateList.OWN_COLUMNS)) {
        throw damaged(1, "expected the columns login,code,weight and at least one voter");
      }
      List<String> header = records.get(0).toList();
      for (CSVRecord record : records.subList(1, records.size())) {
        take(record, header.size());
      }
      List<String> columns = header.subList(OWN, header.size());
      return new PrivateList(columns.stream().map(SafeCell::read).toList(), voters, codes);
    }

    private void take(CSVRecord record, int width) throws RollException {
      long number = record.getRecordNumber();
      if (record.size() != width || !WEIGHT.matcher(record.get(2)).matches()) {
        throw damaged(number, "expected " + width + " cells, the third of them a weight");
      }
      String login = SafeCell.read(record.get(0));
      if (login.isBlank() || !logins.add(login)) {
        throw damaged(number, "no login, or one that stands before");
      }
      if (!given.add(record.get(1))) {
        throw damaged(number, "a code that stands before");
      }
      List<String> kept = record.toList().subList(OWN, width).stream().map(SafeCell::read).toList();
      voters.add(new Voter(login, Long.parseLong(record.get(2)), kept));
      codes.add(code(record));
    }

    private static Code code(CSVRecord record) throws RollException {
      try {
        return Code.read(record.get(1));
      } catch (InvalidCodeException e) {
        throw damaged(record.getRecordNumber(), "not a code with its check characters");
      }
    }
  }
}
