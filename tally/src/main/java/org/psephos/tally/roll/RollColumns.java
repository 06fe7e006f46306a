package org.psephos.tally.roll;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of a voter list is what. A first line that names the columns is recognised by the
 * name of its login column.
 *
 * @param header whether the first row names the columns
 * @param login the column of the logins, from 0
 * @param weight the column of the weights, from 0, or −1
 * @param names the names of all columns
 */
record RollColumns(boolean header, int login, int weight, List<String> names) {

  /** The most columns that a list may have. */
  static final int MOST = 100;

  /** Best first. */
  private static final List<String> LOGINS =
      List.of("login", "username", "user", "voterid", "voter", "email", "mail");

  private static final List<String> WEIGHTS = List.of("weight", "votes", "shares");

  /** Names that the private list gives to columns of its own. */
  private static final Set<String> TAKEN = Set.copyOf(PrivateList.OWN_COLUMNS);

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?|100");

  /** What the first row says, with the format; empty if it makes no sense, and then why. */
  static Optional<RollColumns> of(List<String> first, RollFormat format, RollFaults faults) {
    int width = first.size();
    if (width > MOST) {
      faults.add(0, "expected at most " + MOST + " columns, found " + width);
      return Optional.empty();
    }
    int login = column(format.loginColumn(), LOGINS, first);
    int weight = column(format.weightColumn(), WEIGHTS, first);
    boolean header =
        isName(format.loginColumn())
            || isName(format.weightColumn())
            || first.stream().anyMatch(cell -> LOGINS.contains(plain(cell)));
    if (format.loginColumn().isPresent() && login < 0) {
      return missing("login", format.loginColumn().get(), first, faults);
    }
    if (format.weightColumn().isPresent() && weight < 0) {
      return missing("weight", format.weightColumn().get(), first, faults);
    }
    return header
        ? named(first, Math.max(login, 0), weight, faults)
        : unnamed(width, login, weight, format, faults);
  }

  private static Optional<RollColumns> named(
      List<String> first, int login, int weight, RollFaults faults) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      names.add(first.get(i).isEmpty() ? "column-" + (i + 1) : first.get(i));
    }
    RollColumns columns = new RollColumns(true, login, weight, names);
    Set<String> seen = new HashSet<>();
    for (int column : columns.kept()) {
      String name = names.get(column);
      if (TAKEN.contains(name)) {
        faults.add(0, "a column that is not the " + name + " must have another name than that");
      } else if (!seen.add(name)) {
        faults.add(0, "two columns are called " + name);
      }
    }
    return Optional.of(columns);
  }

  private static Optional<RollColumns> unnamed(
      int width, int login, int weight, RollFormat format, RollFaults faults) {
    boolean told = format.loginColumn().isPresent();
    if (width > 2 && !told) {
      faults.add(
          0,
          "expected login or login,weight on each line, or a first line that names the columns;"
              + " found "
              + width
              + " columns and no login column (one can be named with --login-column)");
      return Optional.empty();
    }
    List<String> names = IntStream.rangeClosed(1, width).mapToObj(i -> "column-" + i).toList();
    boolean pair = width == 2 && !told && weight < 0;
    return Optional.of(new RollColumns(false, Math.max(login, 0), pair ? 1 : weight, names));
  }

  private static Optional<RollColumns> missing(
      String what, String wanted, List<String> first, RollFaults faults) {
    faults.add(
        0, "the " + what + " column " + wanted + " is not there; the first line is " + first);
    return Optional.empty();
  }

  private static boolean isName(Optional<String> column) {
    return column.isPresent() && !NUMBER.matcher(column.get()).matches();
  }

  /** The place of the column that is wanted, or else of one that is called as usual; or −1. */
  private static int column(Optional<String> wanted, List<String> usual, List<String> first) {
    if (wanted.isPresent() && !isName(wanted)) {
      int number = Integer.parseInt(wanted.get());
      return number <= first.size() ? number - 1 : -1;
    }
    List<String> plain = first.stream().map(RollColumns::plain).toList();
    List<String> names = wanted.map(name -> List.of(plain(name))).orElse(usual);
    return names.stream().mapToInt(plain::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }

  /** A name without what people write in different ways. */
  private static String plain(String name) {
    return UCharacter.foldCase(name.strip().replaceAll("[\\s_.-]", ""), true);
  }

  /** The columns that are neither login nor weight, from 0. */
  List<Integer> kept() {
    return IntStream.range(0, names.size()).filter(i -> i != login && i != weight).boxed().toList();
  }

  int width() {
    return names.size();
  }
}
