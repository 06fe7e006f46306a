package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.Utf8;
import picocli.CommandLine;

/** The commands in the operator's pages are commands that the tools have. */
class OperatorPagesTest {

  private static final Path PAGES = Path.of("..", "docs", "operate");
  private static final Pattern LINE =
      Pattern.compile("(?m)^ {4,}\\./psephos ((?:official|registrar|trustee|vote) .*)$");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  private static List<String> commands(Path page) throws Exception {
    String text = Utf8.decode(Files.readAllBytes(page)).replaceAll("\\\\\n *", "");
    return LINE.matcher(text).results().map(line -> line.group(1)).toList();
  }

  private static void parse(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(word.group().replace("\"", ""));
    }
    Psephos.commandLine().parseArgs(words.toArray(String[]::new));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void every_command_has_the_options_that_the_pages_give_it() throws Exception {
    List<String> all = new ArrayList<>();
    for (Path page : pages()) {
      all.addAll(commands(page));
    }
    assertThat(all).hasSizeGreaterThan(30);
    all.forEach(OperatorPagesTest::parse);
  }

  @Test
  void an_option_that_is_not_there_would_be_noticed() {
    assertThatThrownBy(() -> parse("official status ELECTION --colour"))
        .isInstanceOf(CommandLine.ParameterException.class);
  }
}
