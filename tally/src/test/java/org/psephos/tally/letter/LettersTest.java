package org.psephos.tally.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.fixture.PrintedQr;
import org.psephos.tally.roll.ElectoralRoll;
import org.psephos.tally.roll.PrivateList;
import org.psephos.tally.roll.RollFormat;
import org.psephos.tally.roll.Voter;

class LettersTest {

  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)[,}]");

  static Stream<String> languages() {
    return LetterWords.LANGUAGES.stream();
  }

  private static LetterFacts facts(String language, String description, Mode mode) {
    return new LetterFacts(
        "uuid",
        Digest.sha256("f"),
        mode,
        new TextDefinition(
            "Town hall",
            "Registry",
            description,
            language,
            "Mayor <1>",
            List.of(new QuestionText(List.of("a", "b"), "q"))),
        Instant.parse("2026-03-28T08:00:00Z"),
        Instant.parse("2026-03-29T18:00:00Z"),
        "https://vote.example/e/uuid/vote",
        ZoneId.of("Europe/Paris"),
        Optional.empty());
  }

  private static PrivateList codes() throws Exception {
    ElectoralRoll roll =
        ElectoralRoll.read(Utf8.encode("login,weight,name\nada,2,Ada\n"), RollFormat.USUAL);
    return PrivateList.issue(roll, SeededRandom.of("letters"));
  }

  private static String page(LetterFacts facts) throws Exception {
    AddressLines addresses = AddressLines.of(List.of("name"), List.of()).orElseThrow();
    LetterWords words = LetterWords.in(facts.text().language());
    try (PrivateList codes = codes()) {
      return Utf8.decode(
          new Letters(facts, words, new LetterStyle(false, false), addresses)
              .write(codes, List.of(0)));
    }
  }

  private static Properties words(String language) throws Exception {
    Properties words = new Properties();
    String name = "letter_" + language + ".properties";
    try (InputStream in = LetterWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  private static List<String> values(String pattern) {
    return VALUE.matcher(pattern).results().map(found -> found.group(1)).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_language_says_everything_with_the_same_values(String language) throws Exception {
    Properties english = words("en");
    Properties other = words(language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(other.getProperty(key)))
          .as(language + " " + key)
          .isEqualTo(values(english.getProperty(key)));
      assertThat(other.getProperty(key)).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_language_makes_a_letter_with_times_and_zone(String language) throws Exception {
    String page = page(facts(language, "", Mode.ELECTION));
    assertThat(page.substring(page.indexOf("<body>"))).doesNotContain("{", "Mayor <1>");
    assertThat(page)
        .contains("lang=\"" + language + "\"", "09:00 (Europe/Paris, UTC+01:00)")
        .contains("20:00 (Europe/Paris, UTC+02:00)", "Mayor &lt;1&gt;")
        .satisfies(
            html -> {
              try (PrivateList codes = codes()) {
                assertThat(PrintedQr.read(html))
                    .containsExactly(
                        "https://vote.example/e/uuid/vote#"
                            + codes.exposeCode(0)
                            + "/JS8QyDYQ68oaBZwLroJV66L5W-TR17z6idckioLZ8RE");
              }
            });
  }

  @Test
  void arabic_is_written_from_right_to_left_and_codes_are_not() throws Exception {
    String page = page(facts("ar", "", Mode.ELECTION));
    assertThat(page)
        .contains("<html lang=\"ar\" dir=\"rtl\">", "<code class=\"code\" dir=\"ltr\">");
    assertThat(page(facts("en", "", Mode.ELECTION))).contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void a_language_without_words_keeps_its_own_texts() throws Exception {
    String page = page(facts("he", "", Mode.ELECTION));
    assertThat(page)
        .contains("<html lang=\"en\" dir=\"ltr\">", "<span lang=\"he\" dir=\"rtl\">Mayor");
    assertThat(LetterWords.has("he")).isFalse();
    assertThat(LetterWords.has("de-AT")).isTrue();
  }

  @Test
  void rehearsals_say_so_and_long_descriptions_are_left_to_the_page() throws Exception {
    assertThat(page(facts("en", "Short.", Mode.REHEARSAL)))
        .contains("This is a rehearsal", "Short.");
    assertThat(page(facts("en", "Long. ".repeat(200), Mode.ELECTION)))
        .doesNotContain("This is a rehearsal", "Long.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 22, 1_000_000})
  void plural_forms_are_those_of_the_language(long weight) {
    Map<String, Object> values = new HashMap<>(Map.of("weight", weight));
    for (String language : LetterWords.LANGUAGES) {
      Matcher left = VALUE.matcher(LetterWords.in(language).say("weight", values));
      assertThat(left.find()).isFalse();
    }
    String polish = LetterWords.in("pl").say("weight", Map.of("weight", weight));
    assertThat(polish)
        .contains(weight == 1 ? "głos." : weight == 2 || weight == 22 ? "głosy." : "głosów.");
  }

  @Test
  void a_page_with_fragment_or_query_is_refused() {
    LetterFacts good = facts("en", "", Mode.ELECTION);
    for (String page : List.of(good.page() + "#x", good.page() + "?x")) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new LetterFacts(
                      good.uuid(),
                      good.fingerprint(),
                      good.mode(),
                      good.text(),
                      good.opens(),
                      good.closes(),
                      page,
                      good.zone(),
                      good.help()));
    }
  }

  @Test
  void addresses_have_lines_for_what_is_there() {
    AddressLines lines =
        AddressLines.of(List.of("name", "street"), List.of("{name}", "{street}", " "))
            .orElseThrow();
    assertThat(lines.lines(new Voter("a", 1, List.of("A {street}", "1 St\r\n\r\nFlat"))))
        .containsExactly("A {street}", "1 St", "Flat");
    assertThat(lines.lines(new Voter("a", 1, List.of("", "")))).isEmpty();
    assertThat(AddressLines.of(List.of("name"), List.of("{town}"))).isEmpty();
    assertThat(AddressLines.fits(List.of())).isFalse();
    assertThat(AddressLines.fits(List.of("a".repeat(42)))).isTrue();
    assertThat(AddressLines.fits(List.of("a".repeat(43)))).isFalse();
    assertThat(AddressLines.fits(List.of("1", "2", "3", "4", "5", "6", "7"))).isFalse();
  }
}
