package org.psephos.tally.roll;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/**
 * The voters, read from CSV: one line each, {@code login} or {@code login,weight}, with an optional
 * header {@code login}, separated by commas or semicolons, in UTF-8 with or without byte-order
 * mark. Logins that differ only in case, spaces around them or Unicode form are one login.
 *
 * @param voters at least one, each login once
 * @param weighted whether the list gives weights
 */
public record ElectoralRoll(List<Voter> voters, boolean weighted) {

  /** The most voters that an election may have. */
  public static final int MAX_VOTERS = 1_000_000;

  private static final long MAX_WEIGHT = 1_000_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public ElectoralRoll {
    voters = List.copyOf(voters);
  }

  /**
   * Reads the file's content.
   *
   * @throws RollException naming every faulty line
   */
  public static ElectoralRoll read(byte[] content) throws RollException {
    String text = text(content);
    char separator = text.lines().findFirst().orElse("").indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (CSVParser lines = CSVParser.parse(text, format)) {
      return new Reading().read(lines);
    } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
      throw new RollException("the voter list is not CSV: a quotation does not end");
    }
  }

  private static String text(byte[] content) throws RollException {
    try {
      String text = Utf8.decode(content);
      return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    } catch (DecodingException e) {
      throw new RollException("the voter list is not UTF-8 text; save it as UTF-8 and try again");
    }
  }

  /** Collects voters and faults line by line. */
  private static final class Reading {
    private final List<Voter> voters = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> lineOf = new HashMap<>();
    private long total;
    private boolean weighted;

    private ElectoralRoll read(CSVParser lines) throws RollException {
      for (CSVRecord line : lines) {
        boolean header =
            line.getRecordNumber() == 1 && line.get(0).strip().equalsIgnoreCase("login");
        if (!header) {
          read(line, lines.getCurrentLineNumber());
        }
      }
      if (voters.isEmpty() && faults.isEmpty()) {
        faults.add("it names nobody");
      }
      if (voters.size() > MAX_VOTERS || total > MAX_WEIGHT) {
        faults.add("at most " + MAX_VOTERS + " voters with " + MAX_WEIGHT + " votes in all");
      }
      if (!faults.isEmpty()) {
        throw RollException.of(faults);
      }
      return new ElectoralRoll(voters, weighted);
    }

    private void read(CSVRecord line, long number) {
      String login = line.get(0).strip();
      long weight = line.size() > 1 ? weight(line.get(1).strip()) : 1;
      if (login.isEmpty() || line.size() > 2) {
        faults.add("line " + number + ": expected login or login,weight");
      } else if (weight < 1) {
        faults.add("line " + number + ": expected a weight of 1 to " + MAX_WEIGHT);
      } else {
        Long earlier = lineOf.putIfAbsent(oneForm(login), number);
        if (earlier != null) {
          faults.add("line " + number + ": the same login as line " + earlier);
        } else {
          weighted |= line.size() > 1;
          total += weight;
          voters.add(new Voter(login, weight));
        }
      }
    }

    private static long weight(String digits) {
      boolean decimal = digits.matches("[1-9][0-9]{0,9}");
      long weight = decimal ? Long.parseLong(digits) : 0;
      return weight <= MAX_WEIGHT ? weight : 0;
    }

    private static String oneForm(String login) {
      return Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
  }
}
