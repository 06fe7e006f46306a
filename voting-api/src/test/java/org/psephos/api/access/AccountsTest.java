package org.psephos.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Colleagues;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** People with accounts: the first one, those who are asked in, sessions, wrong passwords. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccountsTest {

  private static final byte[] NOTHING = {};

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "psephos.data")
  String data;

  @Inject AgroalDataSource database;

  private Client client;

  @BeforeEach
  void connect() {
    client = new Client(base);
  }

  @Test
  void theFirstOfficialHasToChooseAPassword() throws Exception {
    Path file = Path.of(data, "official.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String once = Files.readString(file).strip();
    assertThat(Colleagues.login(client, "official", once).problem()).isEqualTo("409 wrong-state");
    assertThat(change("official", once, "short").problem()).isEqualTo("422 wrong-shape");
    assertThat(change("official", once, once).problem()).isEqualTo("422 wrong-shape");
    assertThat(file).exists();
    assertThat(change("official", once, Colleagues.PASSWORD).status()).isEqualTo(200);
    assertThat(file).doesNotExist();
    assertThat(Colleagues.login(client, "official", once).problem()).isEqualTo("401 unauthorized");
    Answer session = Colleagues.login(client, "official", Colleagues.PASSWORD);
    assertThat(session.text("role")).isEqualTo("official");
    assertThat(create(session.text("token")).status()).isEqualTo(201);
  }

  @Test
  void whoIsAskedInActsUnderTheirOwnName() throws Exception {
    String ada = Colleagues.join(client, "ada", "official");
    assertThat(create(ada).status()).isEqualTo(201);
    assertThat(client.get("/api/v1/audit-log", ada).problem()).isEqualTo("403 forbidden");
    String opal = Colleagues.join(client, "opal", "operator");
    assertThat(create(opal).problem()).isEqualTo("403 forbidden");
    Answer log = client.get("/api/v1/audit-log", opal);
    assertThat(Utf8.decode(log.body()))
        .contains("\"action\":\"invite ada as official\"")
        .contains("\"who\":\"ada\"", "\"action\":\"log in\"")
        .doesNotContain(Colleagues.PASSWORD, ada, opal);
  }

  @Test
  void aSessionEndsWhenItsHolderSaysSo() throws Exception {
    String token = Colleagues.join(client, "eve", "official");
    String other = Colleagues.login(client, "eve", Colleagues.PASSWORD).text("token");
    assertThat(client.send("POST", "/api/v1/logout", token, NOTHING).status()).isEqualTo(204);
    assertThat(create(token).problem()).isEqualTo("401 unauthorized");
    assertThat(create(other).status()).isEqualTo(201);
    assertThat(client.send("POST", "/api/v1/logout", Held.officialToken(), NOTHING).problem())
        .isEqualTo("409 wrong-state");
  }

  @Test
  void aNewPasswordEndsEverySession() throws Exception {
    String before = Colleagues.join(client, "ivy", "official");
    Answer changed = change("ivy", Colleagues.PASSWORD, "another long password");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(create(before).problem()).isEqualTo("401 unauthorized");
    assertThat(create(changed.text("token")).status()).isEqualTo(201);
  }

  @Test
  void aSessionThatHasExpiredIsNone() throws Exception {
    String token = Colleagues.join(client, "max", "official");
    assertThat(create(token).status()).isEqualTo(201);
    String hash = Token.hash(token).hex();
    execute("DELETE FROM login_session WHERE hash = '" + hash + "'");
    execute(
        "INSERT INTO login_session (hash, account, channel, expires_at) VALUES ('"
            + (hash + "', 'max', 'INTERFACE', now() - interval '1 second')"));
    assertThat(create(token).problem()).isEqualTo("401 unauthorized");
    assertThat(Colleagues.login(client, "max", Colleagues.PASSWORD).status()).isEqualTo(200);
    assertThat(count("SELECT count(*) FROM login_session WHERE expires_at < now()")).isZero();
  }

  @Test
  void unknownNamesAndWrongPasswordsAreAnsweredAlike() throws Exception {
    Colleagues.join(client, "kim", "official");
    Answer wrong = Colleagues.login(client, "kim", "not the password");
    assertThat(wrong.problem()).isEqualTo("401 unauthorized");
    for (String name : new String[] {"nobody", "", "KIM", "kim ", "' OR '1'='1", "ki\u0130"}) {
      assertThat(Colleagues.login(client, name, Colleagues.PASSWORD).body())
          .as(name)
          .isEqualTo(wrong.body());
    }
  }

  @Test
  void anInvitationIsGoodOnceAndForOneName() throws Exception {
    String first = Colleagues.invite(client, "pat", "official");
    String second = Colleagues.invite(client, "pat", "official");
    assertThat(Colleagues.accept(client, first).problem()).isEqualTo("404 not-found");
    assertThat(Colleagues.accept(client, second).text("name")).isEqualTo("pat");
    assertThat(Colleagues.accept(client, second).problem()).isEqualTo("404 not-found");
    assertThat(Colleagues.accept(client, "A".repeat(43)).problem()).isEqualTo("404 not-found");
    assertThat(Colleagues.tryInvite(client, "pat", "official").problem())
        .isEqualTo("409 wrong-state");
    for (String name : new String[] {"", "a", "Ann", "an n", "1ann", "ann\n", "a".repeat(41)}) {
      assertThat(Colleagues.tryInvite(client, name, "official").problem())
          .isEqualTo("422 wrong-shape");
    }
    for (String role : new String[] {"", "trustee", "OFFICIAL"}) {
      assertThat(Colleagues.tryInvite(client, "ann", role).problem()).isEqualTo("422 wrong-shape");
    }
  }

  @Test
  void passwordsAndTokensAreStoredAsHashesOnly() throws Exception {
    String token = Colleagues.join(client, "liz", "official");
    assertThat(count("SELECT count(*) FROM account WHERE password LIKE '$argon2id$%'"))
        .isEqualTo(count("SELECT count(*) FROM account"));
    assertThat(count("SELECT count(*) FROM login_session WHERE hash = '" + token + "'")).isZero();
    String hash = Token.hash(token).hex();
    assertThat(count("SELECT count(*) FROM login_session WHERE hash = '" + hash + "'"))
        .isEqualTo(1);
  }

  private Answer change(String name, String password, String chosen) {
    Json.Obj body =
        Json.Obj.with("name", name).and("password", password).and("new_password", chosen).build();
    return client.send("POST", "/api/v1/login", "", body.toBytes());
  }

  private Answer create(String token) {
    return client.send("POST", "/api/v1/elections", token, Drafts.minimal("Ed25519").toBytes());
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
