package org.psephos.board.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;

class BoardEntryTest {

  private static final String H = EntryFixtures.hash("x").hex();

  static List<BoardEntry> entries() {
    return EntryFixtures.oneOfEach();
  }

  /** Each number of each kind of entry of the key ceremony, at and beyond its bounds. */
  static List<Arguments> ceremonyRanges() {
    List<Arguments> all = new ArrayList<>();
    String certificate = "\"attempt\":%s,\"index\":%s,\"kind\":\"certificate\",\"payload\":\"H\"";
    String of = ",\"size\":%s,\"threshold\":%s";
    number(all, certificate + of, 0, List.of(1, 1, 25, 25), 1, 1000);
    number(all, certificate + of, 1, List.of(1, 1, 24, 2), 1, 24);
    number(all, certificate + of, 2, List.of(1, 2, 5, 3), 3, 25);
    number(all, certificate + of, 3, List.of(1, 1, 7, 2), 1, 7);
    String commitment = "\"attempt\":%s,\"commitment\":\"H\",\"index\":%s,\"kind\":\"commitment\"";
    number(all, commitment, 0, List.of(1, 1), 1, 1000);
    number(all, commitment, 1, List.of(1, 1), 1, 25);
    for (String kind : List.of("dealing", "verification-key")) {
      String text = "\"attempt\":%s,\"index\":%s,\"kind\":\"" + kind + "\",\"payload\":\"H\"";
      number(all, text, 0, List.of(1, 1), 1, 1000);
      number(all, text, 1, List.of(1, 1), 1, 25);
    }
    String complaint =
        "\"against\":%s,\"attempt\":%s,\"index\":%s,\"kind\":\"complaint\",\"payload\":\"H\"";
    number(all, complaint, 0, List.of(1, 1, 13), 1, 25);
    number(all, complaint, 1, List.of(1, 1, 2), 1, 1000);
    number(all, complaint, 2, List.of(13, 1, 1), 1, 25);
    all.add(Arguments.of(ceremony(complaint, List.of("2", "1", "3")), true));
    all.add(Arguments.of(ceremony(complaint, List.of("2", "1", "2")), false));
    String abandon = "\"attempt\":%s,\"kind\":\"abandon\",\"payload\":\"H\"";
    number(all, abandon, 0, List.of(1), 1, 1000);
    return all;
  }

  private static void number(
      List<Arguments> all, String form, int place, List<Integer> good, int least, int most) {
    List<String> values = new ArrayList<>(good.stream().map(String::valueOf).toList());
    for (String bad :
        List.of("" + (least - 1), "" + (most + 1), "-1", "4294967297", "1.0", "\"1\"", "null")) {
      values.set(place, bad);
      all.add(Arguments.of(ceremony(form, values), false));
    }
    for (int fine : new int[] {least, most}) {
      values.set(place, "" + fine);
      all.add(Arguments.of(ceremony(form, values), true));
    }
  }

  private static String ceremony(String form, List<String> values) {
    String members = String.format(Locale.ROOT, form, values.toArray());
    return "{" + members.replace("\"H\"", '"' + H + '"') + ",\"type\":\"Ceremony\"}";
  }

  private static BoardEntry decode(String text) throws DecodingException {
    return BoardEntry.decode(EntryBytes.decode(Utf8.encode(text)));
  }

  private static String text(BoardEntry entry) throws DecodingException {
    return Utf8.decode(entry.encode().toByteArray());
  }

  @Test
  void the_fixtures_hold_every_type() {
    Set<EntryType> types = entries().stream().map(BoardEntry::type).collect(Collectors.toSet());
    assertThat(types).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(EntryType.class));
  }

  @Nested
  class Encoding {

    @ParameterizedTest
    @MethodSource("org.psephos.board.entry.BoardEntryTest#entries")
    void an_entry_is_read_back_as_itself(BoardEntry entry) throws DecodingException {
      assertThat(BoardEntry.decode(entry.encode())).isEqualTo(entry);
      assertThat(entry.ident()).isEqualTo(entry.encode().ident());
    }

    @Test
    void the_members_stand_in_the_order_of_their_keys() throws DecodingException {
      assertThat(text(EntryFixtures.genesis(7)))
          .isEqualTo(
              "{\"group\":\"Ed25519\",\"log\":\""
                  + EntryFixtures.LOG
                  + "\",\"mode\":\"election\",\"time\":7,\"type\":\"Genesis\","
                  + "\"uuid\":\"Qi5a6fmf63fo7g\",\"version\":1}");
      assertThat(text(new BallotEntry(EntryFixtures.hash("x"))))
          .isEqualTo("{\"payload\":\"" + H + "\",\"type\":\"Ballot\"}");
      assertThat(text(new CredentialsEntry(3, EntryFixtures.hash("x"), EntryFixtures.REGISTRAR, 0)))
          .isEqualTo(
              "{\"count\":3,\"kind\":\"credentials\",\"payload\":\""
                  + H
                  + "\",\"registrar\":\""
                  + EntryFixtures.REGISTRAR.hex()
                  + "\",\"reissued\":0,\"type\":\"Ceremony\"}");
    }

    @Test
    void an_entry_of_the_key_ceremony_names_its_attempt_and_member() throws DecodingException {
      assertThat(text(new CertificateEntry(2, 3, EntryFixtures.hash("x"), 5, 4)))
          .isEqualTo(
              "{\"attempt\":2,\"index\":3,\"kind\":\"certificate\",\"payload\":\""
                  + H
                  + "\",\"size\":5,\"threshold\":4,\"type\":\"Ceremony\"}");
      assertThat(text(new ComplaintEntry(1, 2, 3, EntryFixtures.hash("x"))))
          .isEqualTo(
              "{\"against\":1,\"attempt\":2,\"index\":3,\"kind\":\"complaint\",\"payload\":\""
                  + H
                  + "\",\"type\":\"Ceremony\"}");
    }

    @Test
    void the_origin_is_the_name_of_the_log_key() {
      assertThat(EntryFixtures.genesis(7).origin())
          .isEqualTo("vote.example.org/board/Qi5a6fmf63fo7g");
    }
  }

  @Nested
  class Refusing {

    @ParameterizedTest
    @MethodSource("org.psephos.board.entry.BoardEntryTest#entries")
    void an_entry_with_one_more_member_is_refused(BoardEntry entry) throws DecodingException {
      String more = text(entry).replaceFirst("\\{", "{\"aaa\":1,");
      assertThatThrownBy(() -> decode(more))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("aaa");
    }

    @ParameterizedTest
    @MethodSource("org.psephos.board.entry.BoardEntryTest#entries")
    void an_entry_without_one_of_its_members_is_refused(BoardEntry entry) {
      for (String member : entry.members().members().keySet()) {
        var fewer = new java.util.TreeMap<>(entry.members().members());
        fewer.remove(member);
        EntryBytes bytes =
            EntryBytes.of(CanonicalJson.encode(new org.psephos.crypto.codec.Json.Obj(fewer)));
        assertThatThrownBy(() -> BoardEntry.decode(bytes))
            .as(entry.type() + " without " + member)
            .isInstanceOf(DecodingException.class);
      }
    }

    @ParameterizedTest
    @MethodSource("org.psephos.board.entry.BoardEntryTest#entries")
    void another_spelling_is_not_canonical(BoardEntry entry) throws DecodingException {
      String text = text(entry);
      for (String other : List.of(text + "\n", text.replaceFirst(":", ": "), " " + text)) {
        assertThatThrownBy(() -> decode(other))
            .isInstanceOfSatisfying(
                DecodingException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CANONICAL));
      }
    }

    @Test
    void members_in_another_order_are_not_canonical() {
      assertThatThrownBy(() -> decode("{\"type\":\"Ballot\",\"payload\":\"" + H + "\"}"))
          .isInstanceOfSatisfying(
              DecodingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_CANONICAL));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "[]",
          "{\"type\":\"Shuffle\"}",
          "{\"type\":1}",
          "{\"time\":-1,\"type\":\"Open\"}",
          "{\"time\":9007199254740992,\"type\":\"Open\"}",
          "{\"time\":\"5\",\"type\":\"Open\"}",
          "{\"time\":1.0,\"type\":\"Open\"}",
          "{\"time\":null,\"type\":\"Open\"}",
          "{\"payload\":\"AB\",\"type\":\"Ballot\"}",
          "{\"time\":5,\"type\":\"Amendment\"}"
        })
    void nonsense_is_refused(String text) {
      assertThatThrownBy(() -> decode(text)).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "25,true", "26,false", "4294967297,false"})
    void owners_are_numbered_from_1_to_25(long owner, boolean fine) throws DecodingException {
      String text =
          "{\"kind\":\"trustee-key\",\"owner\":"
              + owner
              + ",\"payload\":\""
              + H
              + "\",\"type\":\"Ceremony\"}";
      if (fine) {
        assertThat(decode(text)).isInstanceOf(TrusteeKeyEntry.class);
      } else {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(DecodingException.class);
      }
    }

    @ParameterizedTest
    @MethodSource("org.psephos.board.entry.BoardEntryTest#ceremonyRanges")
    void numbers_of_the_key_ceremony_have_their_ranges(String text, boolean fine)
        throws DecodingException {
      if (fine) {
        assertThat(text(decode(text))).isEqualTo(text);
      } else {
        assertThatThrownBy(() -> decode(text)).isInstanceOf(DecodingException.class);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deal", "Dealing", "share", ""})
    void an_unknown_kind_of_ceremony_entry_is_refused(String kind) throws DecodingException {
      String good = text(new DealingEntry(1, 1, EntryFixtures.hash("x")));
      assertThat(decode(good)).isInstanceOf(DealingEntry.class);
      assertThatThrownBy(() -> decode(good.replace("\"dealing\"", '"' + kind + '"')))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("kind");
    }

    @Test
    void an_amendment_changes_exactly_one_thing() throws DecodingException {
      String one = "{\"closes\":9,\"time\":5,\"type\":\"Amendment\"}";
      String two = "{\"booth\":\"" + H + "\",\"closes\":9,\"time\":5,\"type\":\"Amendment\"}";
      assertThat(decode(one)).isInstanceOf(AmendmentEntry.class);
      assertThatThrownBy(() -> decode(two)).hasMessageContaining("exactly one");
    }

    @Test
    void an_entry_has_at_most_4096_bytes() throws DecodingException {
      assertThat(EntryBytes.decode(new byte[4096]).length()).isEqualTo(4096);
      assertThatThrownBy(() -> EntryBytes.decode(new byte[4097]))
          .isInstanceOfSatisfying(
              DecodingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void a_genesis_of_another_version_or_group_is_refused() throws DecodingException {
      String text = text(EntryFixtures.genesis(7));
      assertThat(decode(text)).isEqualTo(EntryFixtures.genesis(7));
      Stream.of(
              text.replace("\"version\":1", "\"version\":2"),
              text.replace("Ed25519", "Ed448"),
              text.replace("election", "party"),
              text.replace("\"uuid\":\"Qi5a6fmf63fo7g\"", "\"uuid\":\"Qi5a6fmf63fo7\""))
          .forEach(
              bad -> assertThatThrownBy(() -> decode(bad)).isInstanceOf(DecodingException.class));
    }
  }
}
