package org.psephos.tally.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.auditlog.ChainCheck.Broken;
import org.psephos.tally.auditlog.ChainCheck.Verdict;
import org.psephos.tally.auditlog.ChainCheck.Whole;

class ChainCheckTest {

  private static List<AuditEntry> chain(String... actions) {
    List<AuditEntry> chain = new ArrayList<>();
    Digest previous = AuditEntry.BEGINNING;
    for (String action : actions) {
      AuditEntry entry = entry(chain.size(), previous, action);
      chain.add(entry);
      previous = entry.hash();
    }
    return chain;
  }

  private static AuditEntry entry(long number, Digest previous, String action) {
    return new AuditEntry(
        number, previous, 7, "official", "ada", action, Optional.of("uuid"), Optional.empty());
  }

  private static List<String> lines(List<AuditEntry> chain) throws DecodingException {
    List<String> lines = new ArrayList<>();
    for (AuditEntry entry : chain) {
      lines.add(Utf8.decode(entry.encode()) + "\n");
    }
    return lines;
  }

  private static Verdict check(List<String> lines, Digest... earlier) throws Exception {
    return ChainCheck.check(
        new ByteArrayInputStream(Utf8.encode(String.join("", lines))),
        earlier.length == 0 ? Optional.empty() : Optional.of(earlier[0]));
  }

  private static void assertBroken(Verdict verdict, long line) {
    assertThat(verdict).isInstanceOf(Broken.class);
    assertThat(((Broken) verdict).line()).isEqualTo(line);
  }

  @Test
  void an_untouched_log_is_whole() throws Exception {
    List<AuditEntry> chain = chain("create", "freeze", "open");
    assertThat(check(lines(chain))).isEqualTo(new Whole(3, chain.get(2).hash()));
    assertThat(check(List.of())).isEqualTo(new Whole(0, AuditEntry.BEGINNING));
  }

  @Test
  void every_change_is_found_at_its_line() throws Exception {
    List<String> whole = lines(chain("create", "freeze", "open", "close"));
    for (int i = 0; i < whole.size(); i++) {
      List<String> changed = new ArrayList<>(whole);
      changed.set(i, whole.get(i).replace("\"ada\"", "\"bob\""));
      assertBroken(check(changed), i + 1);
      List<String> spelled = new ArrayList<>(whole);
      spelled.set(i, " " + whole.get(i));
      assertBroken(check(spelled), i + 1);
    }
  }

  @Test
  void a_line_that_is_missing_moved_or_repeated_is_found() throws Exception {
    List<String> whole = lines(chain("create", "freeze", "open", "close"));
    assertBroken(check(List.of(whole.get(0), whole.get(2), whole.get(3))), 2);
    assertBroken(check(List.of(whole.get(0), whole.get(2), whole.get(1), whole.get(3))), 2);
    assertBroken(check(List.of(whole.get(0), whole.get(0))), 2);
    assertBroken(check(List.of(whole.get(1))), 1);
  }

  @Test
  void a_rewritten_end_is_found_by_an_earlier_head_alone() throws Exception {
    List<AuditEntry> chain = chain("create", "freeze", "open");
    Digest noted = chain.get(1).hash();
    assertThat(check(lines(chain), noted)).isEqualTo(new Whole(3, chain.get(2).hash()));
    List<AuditEntry> other = chain("create", "cancel", "open");
    assertThat(check(lines(other))).isInstanceOf(Whole.class);
    assertBroken(check(lines(other), noted), 4);
    assertBroken(check(lines(chain).subList(0, 1), noted), 2);
  }

  @Test
  void what_is_cut_off_or_endless_is_no_line() throws Exception {
    List<String> whole = lines(chain("create", "freeze"));
    String cut = whole.get(1).substring(0, 40);
    assertBroken(check(List.of(whole.get(0), cut)), 2);
    assertBroken(check(List.of(whole.get(0), whole.get(1).strip())), 2);
    assertBroken(check(List.of("x".repeat(100_000))), 1);
    assertBroken(check(List.of("\n")), 1);
  }

  @Test
  void text_with_control_characters_stays_in_its_line() throws Exception {
    AuditEntry entry = entry(0, AuditEntry.BEGINNING, "create\n{\"action\":\"\u001b[2J");
    byte[] line = entry.encode();
    for (byte octet : line) {
      assertThat(octet).isGreaterThanOrEqualTo((byte) 0x20);
    }
    assertThat(AuditEntry.decode(line)).isEqualTo(entry);
    assertThatThrownBy(() -> entry(0, AuditEntry.BEGINNING, "\u007f"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
