package org.psephos.tally.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells what happens, in numbered steps. Not thread safe. */
final class Story {

  private static final int BAR = 30;

  private final PrintStream out;
  private int step;

  Story(PrintStream out) {
    this.out = out;
  }

  /** A story that nobody hears. */
  static Story untold() {
    return new Story(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  void title(String text) {
    out.println();
    out.println(text);
    out.println("=".repeat(text.length()));
  }

  void step(String text) {
    step++;
    out.println();
    out.println((step < 10 ? " " : "") + step + "  " + text);
  }

  void line(String text) {
    out.println("    " + text);
  }

  void plain(String text) {
    out.println(text);
  }

  /** A bar chart of one question's counts. */
  void chart(List<String> labels, List<Long> counts) {
    int widest = labels.stream().mapToInt(String::length).max().orElse(0);
    long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i) + " ".repeat(widest - labels.get(i).length());
      int length = Math.toIntExact(counts.get(i) * BAR / most);
      line(label + "  " + "█".repeat(length) + " " + counts.get(i));
    }
  }
}
