package org.psephos.tally.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

class PrivateListTest {

  private static final ElectionId ELECTION = ElectionId.random(SeededRandom.of("roll"));

  private final SecureRandom random = SeededRandom.of("private list");
  private final Group group = Groups.named("Ed25519");

  PrivateListTest() throws Exception {}

  private static ElectoralRoll roll(String text) throws RollException {
    return ElectoralRoll.read(Utf8.encode(text), RollFormat.USUAL);
  }

  private String credential(String code) throws Exception {
    try (Code read = Code.read(code);
        CredentialKey key = read.derive(ELECTION, group)) {
      return key.credential().encode();
    }
  }

  private static List<String> listed(CredentialList list) {
    List<String> credentials = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      credentials.add(list.credential(i));
    }
    return credentials;
  }

  @Test
  void each_voter_gets_a_code_of_a_listed_credential_with_the_right_weight() throws Exception {
    try (PrivateList codes = PrivateList.issue(roll("ada,2\nbo,3\ncy,4\n"), random)) {
      CredentialList list = codes.publicList(ELECTION, group);
      list.requireOwnRules();
      assertThat(list.size()).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        assertThat(list.weightOf(credential(codes.exposeCode(i)))).hasValue(i + 2);
      }
    }
  }

  /** Whoever permutes the voters gets the same multiset, in the same order. */
  @Test
  void the_public_list_does_not_show_the_order_of_the_voters() throws Exception {
    List<String> logins = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      logins.add("voter" + i);
    }
    try (PrivateList codes = PrivateList.issue(roll(String.join("\n", logins)), random)) {
      byte[] list = codes.publicList(ELECTION, group).encode();
      CredentialList.decode(list, group).requireOwnRules();
      List<String> lines = new ArrayList<>(Utf8.decode(codes.encode()).lines().toList());
      String header = lines.remove(0);
      Collections.reverse(lines);
      lines.add(0, header);
      try (PrivateList shuffled =
          PrivateList.decode(Utf8.encode(String.join("\n", lines) + "\n"))) {
        assertThat(shuffled.voter(0)).isNotEqualTo(codes.voter(0));
        assertThat(shuffled.publicList(ELECTION, group).encode()).isEqualTo(list);
      }
      List<String> byVoter = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        byVoter.add(credential(codes.exposeCode(i)));
      }
      assertThat(listed(codes.publicList(ELECTION, group)))
          .containsExactlyInAnyOrderElementsOf(byVoter)
          .isNotEqualTo(byVoter);
    }
  }

  @Test
  void the_public_list_names_nobody() throws Exception {
    ElectoralRoll roll = roll("login,name\nada.lovelace,Countess\nbo.derek,Actress\n");
    try (PrivateList codes = PrivateList.issue(roll, random)) {
      assertThat(Utf8.decode(codes.publicList(ELECTION, group).encode()))
          .matches("\\[\"[0-9a-f]{64}\",\"[0-9a-f]{64}\"]");
    }
  }

  @Test
  void every_issue_has_fresh_codes() throws Exception {
    Set<String> seen = new HashSet<>();
    for (int run = 0; run < 3; run++) {
      try (PrivateList codes = PrivateList.issue(roll("ada\nbo\n"), random)) {
        seen.add(codes.exposeCode(0));
        seen.add(codes.exposeCode(1));
      }
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void what_is_written_is_read_again() throws Exception {
    ElectoralRoll roll =
        roll(
            "login,weight,name,street\n\"a,b\",2,\"Ada \"\"the\"\" first\",\"1 High\nFlat 2\"\n'c,3,,\n");
    try (PrivateList codes = PrivateList.issue(roll, random);
        PrivateList again = PrivateList.decode(codes.encode())) {
      assertThat(again.isFor(roll)).isTrue();
      assertThat(again.encode()).isEqualTo(codes.encode());
      assertThat(again.isFor(roll("login\na\n"))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "'=1", "\uff1d1", "=HYPERLINK(1)"})
  void no_cell_begins_a_formula_and_none_is_changed(String evil) throws Exception {
    String quoted = '"' + evil + '"';
    ElectoralRoll roll =
        roll("login,name," + evil.replace(',', ' ') + "\n" + quoted + "," + quoted + ",x\n");
    try (PrivateList codes = PrivateList.issue(roll, random);
        PrivateList again = PrivateList.decode(codes.encode())) {
      assertThat(again.isFor(roll)).isTrue();
      assertThat(again.voter(0).login()).isEqualTo(evil);
      for (String cell : Utf8.decode(codes.encode()).split("[,\n]", -1)) {
        assertThat(cell).doesNotMatch("\"?[=+\\-@\uff1d].*");
      }
    }
  }

  @Test
  void a_reissue_replaces_the_codes_of_those_named_and_no_others() throws Exception {
    try (PrivateList codes = PrivateList.issue(roll("ada,2\nbo,3\ncy,4\n"), random);
        PrivateList next = codes.reissue(List.of(" BO "), random)) {
      assertThat(next.exposeCode(0)).isEqualTo(codes.exposeCode(0));
      assertThat(next.exposeCode(1)).isNotEqualTo(codes.exposeCode(1));
      assertThat(next.exposeCode(2)).isEqualTo(codes.exposeCode(2));
      assertThat(next.voter(1)).isEqualTo(codes.voter(1));
      assertThatThrownBy(() -> codes.reissue(List.of("bo", "dee"), random))
          .isInstanceOf(RollException.class)
          .hasMessage("not on the list: dee");
    }
  }

  @Test
  void a_list_that_was_changed_is_refused_without_showing_a_code() throws Exception {
    byte[] good;
    String code;
    try (PrivateList codes = PrivateList.issue(roll("ada\nbo\n"), random)) {
      good = codes.encode();
      code = codes.exposeCode(0);
    }
    String text = Utf8.decode(good);
    char last = code.charAt(code.length() - 1);
    Map<String, String> changes = new HashMap<>();
    changes.put(
        "check characters", text.replace(code, code.substring(0, 27) + (last == 'x' ? 'y' : 'x')));
    changes.put("stands before", text.replace("bo,", "ada,"));
    changes.put("a weight", text.replace(code + ",1", code + ",0"));
    changes.put("expected the columns", text.substring(text.indexOf('\n') + 1));
    changes.put("expected 3 cells", text + "cy\n");
    changes.put("not CSV", text + "\"");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThatThrownBy(() -> PrivateList.decode(Utf8.encode(change.getValue())))
          .isInstanceOf(RollException.class)
          .hasMessageContaining(change.getKey())
          .message()
          .doesNotContain(code.substring(0, 5));
    }
    PrivateList.decode(good).close();
  }
}
