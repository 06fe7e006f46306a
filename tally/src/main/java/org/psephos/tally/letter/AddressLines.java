package org.psephos.tally.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.psephos.tally.roll.Voter;

/**
 * How an address is made from the columns of the voter list: templates such as {@code {first}
 * {last}}, a line each, or without any, each column on its own line.
 */
public final class AddressLines {

  /** So many lines fit the window of an envelope, and so many characters fit a line. */
  public static final int MOST_LINES = 6;

  public static final int LONGEST_LINE = 42;

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]+)}");

  private final List<String> columns;
  private final List<String> templates;

  private AddressLines(List<String> columns, List<String> templates) {
    this.columns = columns;
    this.templates = templates;
  }

  /**
   * Takes templates over columns.
   *
   * @return nothing if a template names a column that is not there
   */
  public static Optional<AddressLines> of(List<String> columns, List<String> templates) {
    for (String template : templates) {
      Matcher field = FIELD.matcher(template);
      while (field.find()) {
        if (!columns.contains(field.group(1))) {
          return Optional.empty();
        }
      }
    }
    List<String> usual = columns.stream().map(column -> "{" + column + "}").toList();
    return Optional.of(
        new AddressLines(
            List.copyOf(columns), templates.isEmpty() ? usual : List.copyOf(templates)));
  }

  /** The lines for a voter; lines without content are left out. */
  public List<String> lines(Voter voter) {
    List<String> lines = new ArrayList<>();
    for (String template : templates) {
      String filled =
          FIELD
              .matcher(template)
              .replaceAll(
                  field ->
                      Matcher.quoteReplacement(voter.kept().get(columns.indexOf(field.group(1)))));
      filled.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    }
    return lines;
  }

  /** Whether a letter can be sent to such an address in an envelope with a window. */
  public static boolean fits(List<String> lines) {
    return !lines.isEmpty()
        && lines.size() <= MOST_LINES
        && lines.stream().allMatch(line -> line.length() <= LONGEST_LINE);
  }
}
