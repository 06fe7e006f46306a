package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.definition.Definition;

/** The official's tool and the service take the same definitions. */
class DefinitionTest {

  private static final String SOUND =
      """
      {"mode":"election","group":"Ed25519","default_language":"en",
       "languages":{"en":{"administrator":"A","credential_authority":"C","description":"D",
         "language":"en","name":"N","questions":[{"question":"Q","answers":["x","y"]}]}},
       "questions":[{"answers":2,"min":0,"max":1}],"trustees":["Ada","Bo","Cy"],
       "opens":10,"closes":20,"minimum_ballots":3,"rehearsal":{"waiver":"none"}}
      """;

  private static boolean serviceTakes(String text) {
    try {
      Json.Obj json = (Json.Obj) JsonParser.parse(Utf8.encode(text), Draft.LIMITS);
      Map<String, Json> members = new LinkedHashMap<>(json.members());
      members.putIfAbsent("uuid", new Json.Text("abcdefghijkmno"));
      Definitions.requireHonestTexts(Draft.decode(new Json.Obj(members)));
      return true;
    } catch (DecodingException | RefusedException e) {
      return false;
    }
  }

  @Test
  void both_take_the_sound_one() {
    assertThat(serviceTakes(SOUND)).isTrue();
    assertThat(Definition.read(Utf8.encode(SOUND), 0).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          "mode":"election"    | "mode":"rehearsal"                                       | true
          "mode":"election"    | "mode":"rehearsal","uuid":"abcdefghijkmnp"               | true
          "mode":"election"    | "mode":"rehearsal","uuid":"abc"                          | false
          "mode":"election"    | "mode":"party"                                           | false
          "mode":"election"    | "mode":1                                                 | false
          "mode":"election",   | ''                                                       | false
          Ed25519              | BELENIOS-2048                                            | true
          Ed25519              | P-256                                                    | false
          "default_language":"en" | "default_language":"fr"                               | false
          "language":"en"      | "language":"fr"                                          | false
          {"en":{              | {"EN":{                                                  | false
          "name":"N"           | "name":""                                                | false
          "name":"N"           | "name":"a\\nb"                                           | false
          "administrator":"A"  | "administrator":""                                       | true
          "administrator":"A"  | "administrator":"\\u200f"                                | false
          "credential_authority":"C" | "credential_authority":"a\\nb"                     | true
          "credential_authority":"C" | "credential_authority":"\\u007f"                   | false
          "description":"D"    | "description":"a\\nb"                                    | true
          "description":"D"    | "description":"a\\tb"                                    | false
          "description":"D"    | "description":"D","more":1                               | false
          "question":"Q"       | "question":"\\u202e"                                     | false
          "question":"Q"       | "question":"Q","more":1                                  | false
          ["x","y"]            | ["x"]                                                    | false
          ["x","y"]            | ["x",1]                                                  | false
          ["x","y"]            | ["x","\\u0000"]                                          | false
          "answers":2          | "answers":3                                              | false
          "answers":2          | "answers":201                                            | false
          "answers":2          | "answers":2,"blank":true                                 | true
          "answers":2          | "answers":2,"blank":1                                    | false
          "min":0              | "min":1                                                  | true
          "min":0              | "min":2                                                  | false
          "min":0              | "min":-1                                                 | false
          "max":1              | "max":0                                                  | false
          "max":1              | "max":2                                                  | true
          "max":1              | "max":3                                                  | false
          ["Ada","Bo","Cy"]    | []                                                       | false
          ["Ada","Bo","Cy"]    | ["Ada"]                                                  | true
          ["Ada","Bo","Cy"]    | ["Ada"," "]                                              | false
          ["Ada","Bo","Cy"]    | ["Ada"],"threshold_group":{"size":2,"threshold":1}       | false
          "opens":10           | "opens":10,"threshold_group":{"size":3,"threshold":2}    | true
          "opens":10           | "opens":10,"threshold_group":{"size":2,"threshold":2}    | true
          "opens":10           | "opens":10,"threshold_group":{"size":2,"threshold":3}    | false
          "opens":10           | "opens":10,"threshold_group":{"size":4,"threshold":2}    | false
          "opens":10           | "opens":10,"threshold_group":{"size":0,"threshold":0}    | false
          "opens":10           | "opens":10,"threshold_group":{"size":3}                  | false
          "opens":10           | "opens":20                                               | false
          "opens":10           | "opens":-1                                               | false
          "opens":10           | "opens":0                                                | true
          "closes":20          | "closes":9007199254740991                                | true
          "closes":20          | "closes":9007199254740992                                | false
          "minimum_ballots":3  | "minimum_ballots":0                                      | true
          "minimum_ballots":3  | "minimum_ballots":-1                                     | false
          "minimum_ballots":3  | "minimum_ballots":100000000000                           | false
          {"waiver":"none"}    | {"waiver":""}                                            | false
          {"waiver":"none"}    | {"waiver":"none","size":1}                               | false
          {"waiver":"none"}    | {}                                                       | false
          ,"rehearsal":{"waiver":"none"} | ''                                             | true
          {"waiver":"none"}    | {"origin":"o","root":"00","size":1}                      | false
          "opens":10           | "opens":10,"schedule":true                               | true
          "opens":10           | "opens":10,"two_officials":true,"schedule":false         | true
          "opens":10           | "opens":10,"two_officials":true,"schedule":true          | false
          "opens":10           | "opens":10,"two_officials":"yes"                         | false
          "opens":10           | "opens":10,"opens":10                                    | false
          "opens":10           | "opens":1.5                                              | false
          "opens":10           | "opens":null                                             | false
          """)
  void both_take_or_refuse_the_same(String from, String to, boolean takes) {
    assertThat(SOUND).contains(from);
    String text = SOUND.replace(from, to);
    assertThat(serviceTakes(text)).as("the service, %s", text).isEqualTo(takes);
    Definition tool = Definition.read(Utf8.encode(text), 0);
    assertThat(tool.problems().isEmpty()).as("%s", tool.problems()).isEqualTo(takes);
  }

  @Test
  void what_the_tool_makes_of_times_with_zones_the_service_takes() throws DecodingException {
    String text =
        SOUND
            .replace("\"opens\":10", "\"opens\":\"2030-01-01T00:00:00+01:00\"")
            .replace("\"closes\":20", "\"closes\":\"2030-01-01T00:00:00Z\"");
    assertThat(serviceTakes(text)).isFalse();
    Json.Obj draft = Definition.read(Utf8.encode(text), 0).draft().orElseThrow();
    assertThat(serviceTakes(Utf8.decode(draft.toBytes()))).isTrue();
  }
}
