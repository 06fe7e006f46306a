package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;

/** An open election, and what the service holds of it. */
final class Scene {

  /** What only the inside of the service knows. */
  private static final List<String> INTERNALS =
      List.of(
          "Exception", "org.psephos", "java.", "jakarta", "\\tat ", "postgres", "SELECT", "/src");

  private final Held held;
  private final Election election;
  private final DataSource database;
  private final SecureRandom random = new SecureRandom();
  private final int voters;
  private int next;

  private Scene(Held held, DataSource database, int voters) throws Exception {
    this.held = held;
    this.election = held.election();
    this.database = database;
    this.voters = voters;
  }

  static Scene open(URI base, DataSource database, String group, int voters) throws Exception {
    Held held = Held.draft(base, draft(group));
    held.begin().bringKeys().bringCredentials(voters).freeze().makeReady().open();
    return new Scene(held, database, voters);
  }

  /** {@link SmallElection#QUESTIONS}: two of three at most; yes or no or blank. */
  private static Json.Obj draft(String group) {
    Json rules =
        Drafts.parse(
                """
                {"questions":[{"answers":3,"min":1,"max":2},
                  {"answers":2,"min":1,"max":1,"blank":true}]}
                """)
            .members()
            .get("questions");
    Json texts =
        Drafts.parse(
                """
                {"questions":[{"answers":["Ada","Bo","Cy"],"question":"Who?"},
                  {"answers":["Yes","No"],"question":"Agreed?"}]}
                """)
            .members()
            .get("questions");
    Json.Obj draft = JsonEdit.replace(Drafts.minimal(group), "questions", rules);
    return JsonEdit.replace(draft, "languages.en.questions", texts);
  }

  Held held() {
    return held;
  }

  Election election() {
    return election;
  }

  /** A voter who has not been used yet; the last voter of all is everyone's victim. */
  Turn nextTurn() {
    assertThat(next).as("voters left").isLessThan(voters - 1);
    return new Turn(election, held.voter(next++), held.voter(voters - 1), random);
  }

  /** Casts a body that must be refused with this status and code, and leave no trace. */
  void refuses(byte[] body, String problem) throws Exception {
    Stock before = stock();
    assertRefused(held.cast(body), problem);
    assertThat(stock()).isEqualTo(before);
  }

  /** Casts a ballot that must find its place. */
  Answer accepts(byte[] ballot) {
    Answer answer = held.cast(ballot);
    assertThat(answer.status()).as("%s", answer.response()).isEqualTo(201);
    return answer;
  }

  Stock stock() throws Exception {
    return Stock.of(database, held);
  }

  /** A problem as RFC 9457 says, which tells nothing about the inside. */
  static void assertRefused(Answer answer, String problem) throws DecodingException {
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().members())
        .containsOnlyKeys("type", "title", "status", "code", "detail");
    assertThat(Utf8.decode(answer.body())).doesNotContain(INTERNALS);
  }
}
