package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/**
 * Secrets that take part in an election, and some that are sent where they do not belong, are found
 * neither in the database, nor in the log, nor in any answer.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SecretsTest {

  private static final Logger ROOT = Logger.getLogger("");

  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
          + " AND has_table_privilege(schemaname || '.' || tablename, 'SELECT')";

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  private final List<String> answers = new ArrayList<>();

  /** Keeps every line of the log. */
  private static final class Ear extends Handler {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      heard.add(entry.getMessage() + Arrays.toString(entry.getParameters()));
      for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
        heard.add(cause.toString());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void nothingSecretIsKeptLoggedOrSaid() throws Exception {
    Ear ear = new Ear();
    ear.setLevel(Level.ALL);
    ROOT.addHandler(ear);
    try {
      Held held = Held.open(base);
      assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
      assertThat(held.cast(held.ballot(1, 2).encode()).status()).isEqualTo(201);
      held.close().decrypt(1).decrypt(2).publish();
      Map<String, String> secrets = secrets(held);
      misplace(held, secrets);
      Logger.getLogger("org.psephos.test").info("the ear hears");
      assertThat(ear.heard).anyMatch(line -> line.contains("the ear hears"));
      List<String> rows = rows();
      assertThat(rows).anyMatch(row -> row.contains(held.uuid()));
      assertThat(answers).isNotEmpty();
      secrets.forEach(
          (name, secret) -> {
            assertAbsent(name, secret, "the log", ear.heard);
            assertAbsent(name, secret, "the database", rows);
            assertAbsent(name, secret, "an answer", answers);
          });
    } finally {
      ROOT.removeHandler(ear);
    }
  }

  private static void assertAbsent(String name, String secret, String where, List<String> lines) {
    String inHex = HexFormat.of().formatHex(Utf8.encode(secret));
    assertThat(lines.stream().filter(line -> line.contains(secret) || line.contains(inHex)))
        .as(name + " in " + where)
        .isEmpty();
  }

  private static Map<String, String> secrets(Held held) throws Exception {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("the official's token", Held.officialToken());
    secrets.put("the registrar's token", held.registrar());
    for (int owner = 1; owner <= Held.TRUSTEES; owner++) {
      secrets.put("the token of trustee " + owner, held.trustee(owner));
      byte[] key = held.trusteeKey(owner).exposeSecret();
      secrets.put("the key of trustee " + owner + " in hexadecimal", HexFormat.of().formatHex(key));
      secrets.put("the key of trustee " + owner, new BigInteger(1, key).toString());
    }
    return secrets;
  }

  /** Sends each secret as a body, in a query, in a path, and as a token for something else. */
  private void misplace(Held held, Map<String, String> secrets) throws Exception {
    for (String secret : secrets.values()) {
      byte[] object = Json.Obj.with(secret, secret).build().toBytes();
      byte[] text = Utf8.encode("\"" + secret + "\"");
      keep(held.cast(object));
      keep(held.cast(text));
      keep(held.client().send("PUT", held.path("/trustees"), held.trustee(1), object));
      keep(held.client().send("POST", held.path("/ready"), held.trustee(1), object));
      keep(held.client().send("POST", "/api/v1/elections", Held.officialToken(), object));
      keep(held.client().send("POST", "/api/v1/login", "", object));
      keep(held.client().get(held.path("?token=" + secret)));
      keep(held.client().get(held.path("/ballots/" + secret)));
      keep(held.client().get("/board/" + held.uuid() + "/object/" + secret));
      keep(held.client().get(held.path("/decryption-task"), secret));
    }
  }

  private void keep(Answer answer) throws Exception {
    answers.add(Utf8.decode(answer.body()));
  }

  /** Every row of every table that the service can read, as text. */
  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : column(statement, TABLES)) {
        rows.addAll(column(statement, "SELECT t::text FROM \"" + table + "\" t"));
      }
    }
    return rows;
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }
}
