package org.psephos.tally.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.Utf8;

class ElectoralRollTest {

  private static final List<Voter> ADA_AND_BO = List.of(new Voter("ada", 1), new Voter("bo", 1));

  private static final String WEIGHT =
      "expected a weight of 1 to 1000000000 in digits 0 to 9, without sign, point or leading zero";

  private static RollReport review(String text) {
    return ElectoralRoll.review(Utf8.encode(text), RollFormat.USUAL);
  }

  private static ElectoralRoll read(String text) {
    RollReport report = review(text);
    assertThat(report.faults()).isEmpty();
    return report.roll().orElseThrow();
  }

  private static void assertFaults(String text, String... faults) {
    RollReport report = review(text);
    assertThat(report.roll()).isEmpty();
    assertThat(report.faults()).extracting(RollFault::toString).containsExactly(faults);
  }

  private static RollFormat columns(String login, String weight) {
    return new RollFormat(
        Optional.empty(),
        StandardCharsets.UTF_8,
        Optional.ofNullable(login),
        Optional.ofNullable(weight),
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada\nbo\n",
        "ada\r\nbo",
        "ada\rbo\r",
        "\uFEFFada\nbo\n",
        "login\nada\nbo\n",
        "User name\r\nada\r\nbo\r\n",
        "\nada\n\nbo\n\n",
        "\"ada\"\n bo \n"
      })
  void lists_of_logins_are_read_in_any_usual_form(String text) {
    assertThat(read(text).voters()).isEqualTo(ADA_AND_BO);
    assertThat(read(text).weighted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada,2\nbo,3\n",
        "ada;2\nbo;3\n",
        "ada\t2\nbo\t3\n",
        "Login;Weight\nada;2\nbo;3",
        "weight,login\n2,ada\n3,bo\n",
        "sep=;\r\nlogin;weight\r\nada;2\r\nbo;3\r\n",
        "sep=|\rlogin|weight\rada|2\rbo|3\r",
        "login;weight;;\nada;2;;\nbo;3;;\n;;;\n"
      })
  void weights_are_read(String text) {
    assertThat(read(text).voters())
        .extracting(Voter::login, Voter::weight)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ada", 2L),
            org.assertj.core.groups.Tuple.tuple("bo", 3L));
    assertThat(read(text).weighted()).isTrue();
  }

  @Test
  void what_else_is_known_of_a_voter_is_kept_for_the_letter() {
    ElectoralRoll roll =
        read("name;email;street\n\"Doe; Ada\";ada@example.org;\"1 High St\r\nFlat 2\"\n");
    assertThat(roll.columns()).containsExactly("name", "street");
    assertThat(roll.voters())
        .containsExactly(
            new Voter("ada@example.org", 1, List.of("Doe; Ada", "1 High St\r\nFlat 2")));
  }

  @Test
  void columns_can_be_named_or_numbered() {
    byte[] named = Utf8.encode("Membre,Voix\nada,2\n");
    assertThat(ElectoralRoll.review(named, columns("membre", "VOIX")).roll().orElseThrow().voters())
        .containsExactly(new Voter("ada", 2));
    byte[] bare = Utf8.encode("Smith,ada,2\n");
    assertThat(ElectoralRoll.review(bare, columns("2", "3")).roll().orElseThrow().voters())
        .containsExactly(new Voter("ada", 2, List.of("Smith")));
    assertThat(ElectoralRoll.review(named, columns("Member", null)).faults())
        .singleElement()
        .asString()
        .contains("login column Member is not there", "Membre, Voix");
    assertThat(review("Smith,ada,2\n").faults()).singleElement().asString().contains("no login");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "windows-1252,false"})
  void other_encodings_are_read(String name, boolean mark) {
    Charset charset = Charset.forName(name);
    byte[] content = charset.encode((mark ? "\uFEFF" : "") + "caf\u00e9\nbo\n").array().clone();
    int length = charset.encode((mark ? "\uFEFF" : "") + "caf\u00e9\nbo\n").limit();
    RollFormat format =
        mark
            ? RollFormat.USUAL
            : new RollFormat(Optional.empty(), charset, Optional.empty(), Optional.empty(), false);
    assertThat(
            ElectoralRoll.review(java.util.Arrays.copyOf(content, length), format)
                .roll()
                .orElseThrow()
                .voters())
        .containsExactly(new Voter("caf\u00e9", 1), new Voter("bo", 1));
  }

  @Test
  void bytes_that_are_no_text_are_named_with_line_and_column() {
    byte[] content = Utf8.encode("ada\r\nb\u00fc?\ncy?\n");
    for (int i = 0; i < content.length; i++) {
      content[i] = content[i] == '?' ? (byte) 0xe9 : content[i];
    }
    assertThat(ElectoralRoll.review(content, RollFormat.USUAL).faults())
        .extracting(RollFault::toString)
        .contains(
            "line 2: column 3: byte E9 is not UTF-8 text",
            "line 3: column 3: byte E9 is not UTF-8 text");
    assertThatThrownBy(() -> ElectoralRoll.read(content, RollFormat.USUAL))
        .isInstanceOf(RollException.class)
        .hasMessageContaining("E9");
  }

  @Test
  void two_bytes_per_character_without_mark_are_recognised_by_their_nuls() {
    byte[] content = {'a', 0, '\n', 0};
    assertThat(ElectoralRoll.review(content, RollFormat.USUAL).faults())
        .singleElement()
        .asString()
        .startsWith("line 1: column 2: a NUL character")
        .contains("--charset UTF-16LE");
  }

  @Test
  void a_login_twice_is_named_with_both_lines() {
    assertFaults("ada\nbo\nada\n", "line 3: the same login as line 1");
    assertFaults("ada\n\nADA\n", "line 3: the same login as line 1");
    assertFaults("caf\u00e9\ncafe\u0301\n", "line 2: the same login as line 1");
    assertFaults("Stra\u00dfe\nSTRASSE\n", "line 2: the same login as line 1");
    assertFaults(
        "login,note\nada,\"two\nlines\"\nbo,\nada,x\n", "line 5: the same login as line 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paypal\np\u0430ypal\n", // Cyrillic a
        "p\u0430ypal\npaypal\n",
        "admin1\n\uff41dmin1\n", // full width
        "scope\n\u0455\u0441\u043e\u0440\u0435\n" // all Cyrillic
      })
  void logins_that_look_like_each_other_are_named_unless_allowed(String text) {
    assertThat(review(text).faults())
        .singleElement()
        .asString()
        .startsWith("line 2: a login that looks like the one in line 1");
    RollFormat allowing =
        new RollFormat(
            Optional.empty(), StandardCharsets.UTF_8, Optional.empty(), Optional.empty(), true);
    assertThat(ElectoralRoll.review(Utf8.encode(text), allowing).roll()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v10\nvl0\n", "barn\nbam\n", "m\u00fcller\nmuller\n", "\u0438\u0432\niv"})
  void logins_that_only_a_hasty_reader_confuses_are_taken(String text) {
    assertThat(read(text).voters()).hasSize(2);
  }

  @Test
  void every_faulty_line_is_named() {
    RollReport report = review("ada,0\nbo,x\n,1\ncy,1,1\ndi,\u0661\ned,-1\nfy\ngus,2\n");
    assertThat(report.faults())
        .extracting(RollFault::line)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(report.read()).isEqualTo(8);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.roll()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+1", "0x10", "1_0", "1e3", "1.0", "\u0663", "", "1000000001", "01"})
  void weights_are_canonical_decimals(String weight) {
    assertThat(review("login,weight,name\nada," + weight + ",Ada\n").faults())
        .singleElement()
        .asString()
        .startsWith("line 2: expected a weight");
    assertThat(read("login,weight,name\nada,1000000000,Ada\n").voters()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200bda", "a\u202eda", "a\u00a0da", "a\u0007da", "a\u00adda"})
  void logins_have_no_characters_that_cannot_be_seen(String login) {
    assertThat(review(login + "\n").faults()).singleElement().asString().contains("cannot be seen");
  }

  @Test
  void names_may_join_letters_and_may_not_turn_the_writing() {
    assertThat(read("login,name\nada,\u0645\u06cc\u200c\u062e\n").voters()).hasSize(1);
    assertFaults("login,name\nada,x\u202ey\n", "line 2: name has the character U+202E");
  }

  @Test
  void lists_without_voters_or_with_too_many_votes_are_refused() {
    assertFaults("", "the list names nobody");
    assertFaults("login\n", "the list names nobody");
    assertThat(review("ada,1000000000\nbo,1\n").faults())
        .extracting(RollFault::line)
        .containsExactly(2L);
  }

  @Test
  void cells_have_limits() {
    assertFaults("a".repeat(256) + "\nbo\n", "line 1: a login of more than 255 characters");
    assertFaults(
        "login,name\nada," + "a".repeat(1001) + "\n", "line 2: name has more than 1000 characters");
    assertThat(review("login" + ",x".repeat(100) + "\n").faults())
        .singleElement()
        .asString()
        .contains("at most 100 columns");
  }

  @Test
  void a_first_line_that_names_no_delimiter_is_a_line_like_others() {
    assertThat(read("sep=\"\nbo\n").voters()).extracting(Voter::login).contains("sep=\"", "bo");
    assertFaults("sep=;\nlogin;weight\nada;0\n", "line 3: " + WEIGHT);
  }

  @Test
  void a_quotation_without_end_is_named_with_the_line_where_it_begins() {
    assertFaults(
        "ada\nbo\n\"cy\ndi\n",
        "line 3: not CSV from here on: a quotation does not end, or text follows its end");
  }

  @Test
  void columns_that_the_private_list_has_itself_need_other_names() {
    assertThat(review("login,code\nada,x\n").faults()).singleElement().asString().contains("code");
    assertThat(review("login,name,name\nada,x,y\n").faults())
        .singleElement()
        .asString()
        .contains("two columns are called name");
  }

  @Test
  void a_million_voters_are_the_most() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= ElectoralRoll.MAX_VOTERS; i++) {
      text.append('v').append(i).append('\n');
    }
    assertThat(review(text.toString()).faults())
        .extracting(RollFault::line)
        .containsExactly(ElectoralRoll.MAX_VOTERS + 1L);
  }
}
