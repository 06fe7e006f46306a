package org.psephos.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The specification and the program name the same checks in the same words. */
class CheckIdTest {

  private static final Pattern SECTION =
      Pattern.compile("(?m)^## (V\\d\\d) (.+)\\n\\n\\*([^*]+)\\*$");

  private record Section(String id, String title, String promise) {}

  @Test
  void numbers_titles_and_promises_are_those_of_the_specification() throws IOException {
    List<Section> specified = new ArrayList<>();
    Matcher section = SECTION.matcher(specification());
    while (section.find()) {
      specified.add(
          new Section(section.group(1), section.group(2), section.group(3).replace('\n', ' ')));
    }
    List<Section> programmed =
        Stream.of(CheckId.values())
            .map(check -> new Section(check.name(), check.title(), check.promise()))
            .toList();
    assertThat(programmed).isEqualTo(specified);
  }

  private static String specification() throws IOException {
    return Files.readString(Path.of("..", "docs", "spec", "verification.md"));
  }
}
