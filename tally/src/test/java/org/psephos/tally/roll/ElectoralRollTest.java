package org.psephos.tally.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;

class ElectoralRollTest {

  private static final ElectionId ELECTION = ElectionId.random(SeededRandom.of("roll"));

  private static ElectoralRoll read(String text) throws RollException {
    return ElectoralRoll.read(Utf8.encode(text));
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RollException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada\nbo\n",
        "ada\r\nbo",
        "\uFEFFada\nbo\n",
        "login\nada\nbo\n",
        "\nada\n\nbo\n\n",
        "\"ada\"\n bo \n"
      })
  void lists_of_logins_are_read_in_any_usual_form(String text) throws RollException {
    assertThat(read(text).voters()).containsExactly(new Voter("ada", 1), new Voter("bo", 1));
    assertThat(read(text).weighted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada,2\nbo,3\n", "ada;2\nbo;3\n", "Login;Weight\nada;2\nbo;3"})
  void weights_are_read(String text) throws RollException {
    assertThat(read(text).voters()).containsExactly(new Voter("ada", 2), new Voter("bo", 3));
    assertThat(read(text).weighted()).isTrue();
  }

  @Test
  void a_login_twice_is_named_with_both_lines() {
    assertRefused("ada\nbo\nada\n", "line 3: the same login as line 1");
    assertRefused("ada\nbo\nADA\n", "line 3");
    assertRefused("caf\u00e9\ncafe\u0301\n", "line 2");
  }

  @Test
  void every_faulty_line_is_named() {
    assertThatThrownBy(() -> read("ada,0\nbo,x\n,1\ncy,1,1\ndi,\u0661\ned,-1\n"))
        .isInstanceOf(RollException.class)
        .hasMessageContainingAll("line 1", "line 2", "line 3", "line 4", "line 5", "line 6");
  }

  @Test
  void lists_without_voters_or_with_too_many_votes_are_refused() {
    assertRefused("", "names nobody");
    assertRefused("login\n", "names nobody");
    assertRefused("ada,1000000000\nbo,1\n", "at most");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    assertThatThrownBy(() -> ElectoralRoll.read(new byte[] {'a', (byte) 0xe9, '\n'}))
        .isInstanceOf(RollException.class)
        .hasMessageContaining("UTF-8");
    assertRefused("\"ada\nbo\n", "quotation");
  }

  @Test
  void each_voter_gets_a_code_of_a_listed_credential_with_the_right_weight() throws Exception {
    Group group = Groups.named("Ed25519");
    ElectoralRoll roll = read("ada,2\nbo,3\ncy,4\n");
    try (Issue issue = Issue.to(roll, ELECTION, group, SeededRandom.of("codes"))) {
      CredentialList list = issue.publicList();
      List<String> lines = Utf8.decode(issue.privateList()).lines().toList();
      assertThat(lines).hasSize(4);
      for (int i = 0; i < 3; i++) {
        String[] line = lines.get(i + 1).split(",", -1);
        assertThat(line[0]).isEqualTo(roll.voters().get(i).login());
        try (Code code = Code.read(line[1]);
            CredentialKey key = code.derive(ELECTION, group)) {
          assertThat(list.weightOf(key.credential().encode())).hasValue(i + 2);
        }
      }
    }
  }

  @Test
  void the_public_list_does_not_show_the_order_of_the_voters() throws Exception {
    Group group = Groups.named("Ed25519");
    List<String> logins = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      logins.add("voter" + i);
    }
    ElectoralRoll roll = read(String.join("\n", logins));
    try (Issue issue = Issue.to(roll, ELECTION, group, SeededRandom.of("order"))) {
      CredentialList.decode(issue.publicList().encode(), group).requireOwnRules();
      List<String> byVoter = new ArrayList<>();
      for (String line : Utf8.decode(issue.privateList()).lines().skip(1).toList()) {
        try (Code code = Code.read(line.substring(line.indexOf(',') + 1));
            CredentialKey key = code.derive(ELECTION, group)) {
          byVoter.add(key.credential().encode());
        }
      }
      List<String> listed = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        listed.add(issue.publicList().credential(i));
      }
      assertThat(listed).containsExactlyInAnyOrderElementsOf(byVoter).isNotEqualTo(byVoter);
      Collections.sort(byVoter);
      assertThat(listed).hasSameSizeAs(byVoter);
    }
  }

  @Test
  void every_issue_has_fresh_codes() throws Exception {
    Group group = Groups.named("Ed25519");
    ElectoralRoll roll = read("ada\nbo\n");
    SecureRandom random = SeededRandom.of("fresh");
    try (Issue first = Issue.to(roll, ELECTION, group, random);
        Issue second = Issue.to(roll, ELECTION, group, random)) {
      assertThat(first.privateList()).isNotEqualTo(second.privateList());
    }
  }
}
