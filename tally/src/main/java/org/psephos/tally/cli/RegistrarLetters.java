package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Printable;
import org.psephos.tally.letter.AddressLines;
import org.psephos.tally.letter.LetterFacts;
import org.psephos.tally.letter.LetterStyle;
import org.psephos.tally.letter.LetterWords;
import org.psephos.tally.letter.Letters;
import org.psephos.tally.letter.MergeList;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollException;
import org.psephos.tally.roll.Voter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the voters' letters, once the board was checked to hold their credentials. */
@Command(
    name = "letters",
    mixinStandardHelpOptions = true,
    description =
        "Check the board, then write a letter with code, link and fingerprint for each voter: one"
            + " HTML file to print from a browser without network, or CSV for a mail merge. A voter"
            + " who lost a letter can only be sent the same code again.")
final class RegistrarLetters implements Callable<Integer> {

  private static final int NAMED = 20;

  /** On which side of the envelope the window is. */
  enum Window {
    LEFT,
    RIGHT
  }

  @Spec private CommandSpec command;
  @Mixin private LetterOption letters;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The HTML file; with more voters than --per-file, one for each so many.")
  private Path out;

  @Option(
      names = "--merge",
      paramLabel = "FILE",
      description = "A CSV file for programs that make letters of their own.")
  private Path merge;

  @Option(
      names = "--per-file",
      defaultValue = "1000",
      paramLabel = "N",
      description = "The most letters in one file; ${DEFAULT-VALUE}.")
  private int perFile;

  @Option(
      names = "--login",
      paramLabel = "LOGIN",
      description = "Only this voter's letter, with the same code; may be repeated.")
  private List<String> logins = List.of();

  @Option(
      names = "--address-line",
      paramLabel = "TEMPLATE",
      description =
          "A line of the address, such as \"{first} {last}\"; may be repeated. Without it, each"
              + " column of the voter list is a line.")
  private List<String> lines = List.of();

  @Option(names = "--large-print", description = "18 points instead of 12.")
  private boolean large;

  @Option(
      names = "--window",
      defaultValue = "left",
      paramLabel = "SIDE",
      description = "The side on which envelopes have their window: left or right.")
  private String window;

  @Override
  public Integer call() throws Exception {
    requireSense();
    LetterStyle style = new LetterStyle(large, side() == Window.RIGHT);
    LetterFacts facts = letters.facts();
    String language = facts.text().language();
    LetterWords words = LetterWords.in(language);
    try (PrivateList codes = letters.codes()) {
      AddressLines addresses =
          AddressLines.of(codes.columns(), lines)
              .orElseThrow(
                  () ->
                      new CommandException(
                          "--address-line names a column that is not in " + codes.columns()));
      List<Integer> places = places(codes);
      Map<Path, List<Integer>> files = files(places);
      requireFree(files, codes);
      Letters printed = new Letters(facts, words, style, addresses);
      for (Map.Entry<Path, List<Integer>> file : files.entrySet()) {
        write(file.getKey(), printed.write(codes, file.getValue()));
      }
      if (merge != null) {
        write(merge, MergeList.write(facts, words, codes, places));
      }
      report(facts, files, codes, places, addresses);
    }
    if (!LetterWords.has(language)) {
      System.err.println(
          "psephos: there are no words for letters in "
              + Printable.escape(language)
              + "; what is not the election's own text is in English");
    }
    return 0;
  }

  private void requireSense() {
    if (out == null && merge == null) {
      throw new ParameterException(command.commandLine(), "say --out or --merge");
    }
    if (perFile < 1) {
      throw new ParameterException(command.commandLine(), "--per-file is at least 1");
    }
  }

  private Window side() {
    try {
      return Window.valueOf(window.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--window is left or right");
    }
  }

  private List<Integer> places(PrivateList codes) throws CommandException {
    if (logins.isEmpty()) {
      return IntStream.range(0, codes.size()).boxed().toList();
    }
    try {
      return codes.places(logins);
    } catch (RollException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private Map<Path, List<Integer>> files(List<Integer> places) {
    Map<Path, List<Integer>> files = new LinkedHashMap<>();
    if (out == null) {
      return files;
    }
    if (places.size() <= perFile) {
      files.put(out, places);
      return files;
    }
    for (int from = 0; from < places.size(); from += perFile) {
      List<Integer> piece = places.subList(from, Math.min(from + perFile, places.size()));
      files.put(numbered(from / perFile + 1), piece);
    }
    return files;
  }

  private Path numbered(int number) {
    String name = out.getFileName().toString();
    int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
    String suffix = String.format(Locale.ROOT, "-%04d", number);
    return out.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
  }

  /** Before the first file is written: none of them replaces another. */
  private void requireFree(Map<Path, List<Integer>> files, PrivateList codes)
      throws CommandException {
    List<Path> all = new ArrayList<>(files.keySet());
    if (merge != null) {
      all.add(merge);
    }
    for (Path file : all) {
      if (Files.exists(file)) {
        throw new CommandException(file + " exists already; it is not replaced");
      }
    }
    if (merge != null && !MergeList.permits(codes.columns())) {
      throw new CommandException(
          "the voter list has columns called like those of --merge: " + MergeList.OWN_COLUMNS);
    }
  }

  private static void write(Path file, byte[] secret) throws CommandException {
    try {
      PrivateFile.writeNew(file, secret);
    } catch (IOException e) {
      throw new CommandException(file + " cannot be written: " + e.getMessage());
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private void report(
      LetterFacts facts,
      Map<Path, List<Integer>> files,
      PrivateList codes,
      List<Integer> places,
      AddressLines addresses) {
    System.out.println("The board was checked, and it holds the credentials of these codes.");
    System.out.println("fingerprint: " + facts.fingerprint().base64());
    if (!letters.isCompared()) {
      System.out.println(
          "It was not compared with an outside source. Compare it with the one that the official"
              + " announced before you print, or give it with --expect-fingerprint.");
    }
    files.forEach((file, some) -> System.out.println(some.size() + " letters: " + file));
    if (merge != null) {
      System.out.println(places.size() + " lines: " + merge);
    }
    if (out != null) {
      List<Voter> voters = places.stream().map(codes::voter).toList();
      name(
          voters.stream().filter(voter -> addresses.lines(voter).isEmpty()).toList(),
          "Voters without an address in the list, whose letters show the login instead");
      name(
          voters.stream().filter(voter -> isTooLarge(addresses.lines(voter))).toList(),
          "Addresses that do not fit the window of an envelope (at most "
              + AddressLines.MOST_LINES
              + " lines of at most "
              + AddressLines.LONGEST_LINE
              + " characters)");
    }
    System.out.println(
        "Print letters on one side only, hand them over, and destroy the files: registrar protocol.");
  }

  private static boolean isTooLarge(List<String> lines) {
    return !lines.isEmpty() && !AddressLines.fits(lines);
  }

  private static void name(List<Voter> voters, String what) {
    if (voters.isEmpty()) {
      return;
    }
    System.out.println(what + ": " + voters.size());
    voters.stream()
        .limit(NAMED)
        .forEach(voter -> System.out.println("  " + Printable.escape(voter.login())));
    if (voters.size() > NAMED) {
      System.out.println("  and " + (voters.size() - NAMED) + " more");
    }
  }
}
