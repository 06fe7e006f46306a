package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.election.RegisterCredentials;
import org.psephos.api.election.UploadReport;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.PublicCredential;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.signature.SigningKey;

/** The registrar's list: looked at, taken whole or refused whole, replaced before Setup only. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CredentialsTest {

  @Inject RegisterCredentials credentials;

  @TestHTTPResource("/")
  URI base;

  private final SecureRandom random = new SecureRandom();
  private final String key = SigningKey.generate(random).verifyingKey().hex();
  private Held held;
  private Group group;

  @BeforeEach
  void begin() throws Exception {
    held = Held.draft(base).begin().bringKeys();
    group = Groups.named("Ed25519");
  }

  private PublicCredential fresh(long weight) {
    return new PublicCredential(group.generatorBase().times(group.randomScalar(random)), weight);
  }

  private static byte[] list(List<PublicCredential> credentials) {
    return CredentialList.of(credentials).encode();
  }

  private Answer put(byte[] list, String more) {
    String path = held.path("/credentials?registrar=" + key + more);
    return held.client().send("PUT", path, held.registrar(), list);
  }

  private static long number(Answer answer, String member) {
    return ((Json.Int) answer.json().members().get(member)).value();
  }

  private static void assertChange(Answer answer, long added, long kept, long removed, long anew) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(List.of("added", "kept", "removed", "reissued"))
        .extracting(member -> number(answer, member))
        .containsExactly(added, kept, removed, anew);
    assertThat(answer.json().members().get("rejected")).isEqualTo(new Json.Arr(List.of()));
  }

  private List<CredentialsEntry> uploads() throws Exception {
    return BoardOverHttp.read(held).entries().stream()
        .filter(CredentialsEntry.class::isInstance)
        .map(CredentialsEntry.class::cast)
        .toList();
  }

  @Test
  void aDryRunSaysWhatWouldComeOfItAndChangesNothing() throws Exception {
    byte[] list = list(List.of(fresh(1), fresh(4)));
    Answer dry = put(list, "&dry_run=true");
    assertChange(dry, 2, 0, 0, 0);
    assertThat(number(dry, "read")).isEqualTo(2);
    assertThat(number(dry, "weight")).isEqualTo(5);
    assertThat(dry.json().members().get("dry_run")).isEqualTo(new Json.Bool(true));
    assertThat(uploads()).isEmpty();

    Answer real = put(list, "&dry_run=false");
    assertChange(real, 2, 0, 0, 0);
    assertThat(real.json().members().get("dry_run")).isEqualTo(new Json.Bool(false));
    assertThat(uploads()).hasSize(1);
    assertThat(put(list, "&dry_run=perhaps").problem()).isEqualTo("400 malformed");
  }

  @Test
  void onlyADryRunNeedsNoKeyOfTheRegistrar() throws Exception {
    byte[] list = list(List.of(fresh(1)));
    String path = held.path("/credentials");
    assertThat(held.client().send("PUT", path, held.registrar(), list).problem())
        .isEqualTo("400 malformed");
    Answer dry = held.client().send("PUT", path + "?dry_run=true", held.registrar(), list);
    assertChange(dry, 1, 0, 0, 0);
    assertThat(uploads()).isEmpty();
  }

  @Test
  void officialsSeeWhatCameOfTheLastList() throws Exception {
    assertThat(credentials.last(held.uuid())).isEmpty();
    assertThat(put(list(List.of(fresh(1), fresh(4))), "&dry_run=true").status()).isEqualTo(200);
    UploadReport looked = credentials.last(held.uuid()).orElseThrow().report();
    assertThat(looked.dryRun()).isTrue();
    assertThat(looked.refusal()).isEmpty();
    assertThat(List.of(looked.read(), looked.added(), looked.weight())).containsExactly(2L, 2L, 5L);

    String good = fresh(1).element().encode();
    put(Utf8.encode("[\"" + good + ",3\",\"nothing,1\",\"" + good + ",1\"]"), "");
    UploadReport refused = credentials.last(held.uuid()).orElseThrow().report();
    assertThat(refused.dryRun()).isFalse();
    assertThat(refused.refusal().orElseThrow()).contains("2 of 3 lines are wrong");
    assertThat(refused.rejected()).extracting(line -> line.line()).containsExactly(2, 3);
    assertThat(refused.added()).isZero();

    put(Utf8.encode("{}"), "");
    UploadReport unread = credentials.last(held.uuid()).orElseThrow().report();
    assertThat(unread.refusal()).isPresent();
    assertThat(unread.read()).isZero();

    put(list(List.of(fresh(1))), "");
    assertThat(credentials.last(held.uuid()).orElseThrow().report().refusal()).isEmpty();
  }

  @Test
  void theBoardCountsTheCodesThatWereMadeAnew() throws Exception {
    List<PublicCredential> voters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      voters.add(fresh(1));
    }
    byte[] first = list(voters);
    assertChange(put(first, ""), 5, 0, 0, 0);
    assertChange(put(first, ""), 0, 5, 0, 0);
    voters.set(0, fresh(1));
    voters.set(3, fresh(1));
    assertChange(put(list(voters), "&dry_run=true"), 2, 3, 2, 2);
    assertChange(put(list(voters), ""), 2, 3, 2, 2);
    voters.add(fresh(1));
    assertChange(put(list(voters), ""), 1, 5, 0, 0);
    assertThat(uploads()).extracting(CredentialsEntry::reissued).containsExactly(0L, 2L, 0L);
    assertThat(put(first, "").problem()).isEqualTo("409 wrong-state");
    assertThat(put(first, "&dry_run=true").problem()).isEqualTo("409 wrong-state");
    assertThat(uploads()).hasSize(3);
  }

  @Test
  void aBadListIsRefusedWholeAndEveryLineIsNamed() throws Exception {
    String good = fresh(1).element().encode();
    byte[] bad = Utf8.encode("[\"" + good + ",3\",\"nothing,1\",\"" + good + ",1\"]");
    for (String mode : List.of("", "&dry_run=true")) {
      Answer answer = put(bad, mode);
      assertThat(answer.problem()).isEqualTo("422 wrong-shape");
      assertThat(number(answer, "read")).isEqualTo(3);
      assertThat(number(answer, "added")).isZero();
      assertThat(number(answer, "weight")).isEqualTo(3);
      assertThat(number(answer, "rejected_omitted")).isZero();
      List<Json> rejected = ((Json.Arr) answer.json().members().get("rejected")).items();
      assertThat(rejected)
          .extracting(line -> ((Json.Obj) line).members().get("line"))
          .containsExactly(new Json.Int(2), new Json.Int(3));
    }
    assertThat(uploads()).isEmpty();
    assertThat(put(Utf8.encode("[\"" + good + ",3\"]"), "").status()).isEqualTo(200);
  }

  @Test
  void whatIsNoListIsRefused() throws Exception {
    String good = fresh(1).element().encode();
    assertThat(put(Utf8.encode("{}"), "").problem()).isEqualTo("400 malformed");
    assertThat(put(Utf8.encode("[ \"" + good + "\"]"), "").problem())
        .isEqualTo("400 not-canonical");
    assertThat(put(Utf8.encode("[]"), "").problem()).isEqualTo("422 wrong-shape");
    assertThat(uploads()).isEmpty();
  }

  @Test
  void afterSetupNoListIsTaken() throws Exception {
    byte[] list = list(List.of(fresh(1), fresh(1)));
    assertThat(put(list, "").status()).isEqualTo(200);
    held.freeze();
    for (String mode : List.of("", "&dry_run=true")) {
      assertThat(put(list, mode).problem()).isEqualTo("409 wrong-state");
      assertThat(put(list(List.of(fresh(1))), mode).problem()).isEqualTo("409 wrong-state");
    }
  }
}
