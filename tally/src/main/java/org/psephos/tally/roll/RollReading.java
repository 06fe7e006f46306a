package org.psephos.tally.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Collects voters and faults row by row. Used once. */
final class RollReading implements RollTable.Visitor {

  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,9}");

  private final RollFormat format;
  private final RollFaults faults;
  private final Logins logins;
  private final List<Voter> voters = new ArrayList<>();
  private Optional<RollColumns> columns = Optional.empty();
  private boolean begun;
  private long read;
  private long total;

  RollReading(RollFormat format, RollFaults faults) {
    this.format = format;
    this.faults = faults;
    this.logins = new Logins(format.allowSimilar());
  }

  @Override
  public void row(RollTable.Row row) {
    if (!begun) {
      begun = true;
      columns = RollColumns.of(row.cells(), format, faults);
      if (columns.isEmpty() || columns.get().header()) {
        return;
      }
    }
    columns.ifPresent(known -> voter(row, known));
  }

  RollReport report() {
    if (read == 0 && faults.isEmpty()) {
      faults.add(0, "the list names nobody");
    }
    Optional<ElectoralRoll> roll = Optional.empty();
    if (faults.isEmpty()) {
      RollColumns known = columns.orElseThrow();
      List<String> kept = known.kept().stream().map(known.names()::get).toList();
      roll = Optional.of(new ElectoralRoll(kept, voters, known.weight() >= 0));
    }
    return new RollReport(read, voters.size(), total, faults.sorted(), faults.omitted(), roll);
  }

  private void voter(RollTable.Row row, RollColumns known) {
    read++;
    Optional<String> fault =
        read > ElectoralRoll.MAX_VOTERS
            ? Optional.of("at most " + ElectoralRoll.MAX_VOTERS + " voters")
            : fault(row, known);
    if (fault.isPresent()) {
      faults.add(row.line(), fault.get());
    } else {
      accept(row, known);
    }
  }

  private void accept(RollTable.Row row, RollColumns known) {
    long weight = known.weight() < 0 ? 1 : Long.parseLong(row.cells().get(known.weight()));
    if (total + weight > ElectoralRoll.MAX_WEIGHT) {
      faults.add(
          row.line(),
          "with this weight there are more than " + ElectoralRoll.MAX_WEIGHT + " votes in all");
      return;
    }
    total += weight;
    List<String> kept = known.kept().stream().map(row.cells()::get).toList();
    voters.add(new Voter(row.cells().get(known.login()), weight, kept));
  }

  private Optional<String> fault(RollTable.Row row, RollColumns known) {
    List<String> cells = row.cells();
    boolean surplus = cells.stream().skip(known.width()).anyMatch(cell -> !cell.isEmpty());
    if (cells.size() < known.width() || surplus) {
      return Optional.of(
          "expected " + known.width() + " columns as in the first line, found " + cells.size());
    }
    return login(cells.get(known.login()))
        .or(() -> weight(cells, known))
        .or(() -> others(cells, known))
        .or(() -> logins.take(cells.get(known.login()), row.line()));
  }

  private static Optional<String> login(String login) {
    if (login.isEmpty()) {
      return Optional.of("no login");
    }
    if (login.length() > Cells.LONGEST_LOGIN) {
      return Optional.of("a login of more than " + Cells.LONGEST_LOGIN + " characters");
    }
    OptionalInt hidden = Cells.invisible(login);
    return hidden.isPresent()
        ? Optional.of("a login with " + Cells.name(hidden.getAsInt()) + ", which cannot be seen")
        : Optional.empty();
  }

  private static Optional<String> weight(List<String> cells, RollColumns known) {
    if (known.weight() < 0) {
      return Optional.empty();
    }
    String digits = cells.get(known.weight());
    boolean decimal = DECIMAL.matcher(digits).matches();
    return decimal && Long.parseLong(digits) <= ElectoralRoll.MAX_WEIGHT
        ? Optional.empty()
        : Optional.of(
            "expected a weight of 1 to "
                + ElectoralRoll.MAX_WEIGHT
                + " in digits 0 to 9, without sign, point or leading zero");
  }

  private static Optional<String> others(List<String> cells, RollColumns known) {
    for (int column : known.kept()) {
      String cell = cells.get(column);
      if (cell.length() > Cells.LONGEST) {
        return Optional.of(
            known.names().get(column) + " has more than " + Cells.LONGEST + " characters");
      }
      OptionalInt hostile = Cells.hostile(cell);
      if (hostile.isPresent()) {
        return Optional.of(
            known.names().get(column) + " has the character " + Cells.name(hostile.getAsInt()));
      }
    }
    return Optional.empty();
  }
}
