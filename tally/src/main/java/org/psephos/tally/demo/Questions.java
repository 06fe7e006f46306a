package org.psephos.tally.demo;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * What the demonstration votes on, in the languages of the pages, and what its voters think of it.
 *
 * @param members those members of a definition that stand in {@code town.json}
 */
record Questions(Map<String, Json> members) {

  private static final int MOST_DAYS = 2;

  /** Reads the questions that come with the program. */
  static Questions read() throws IOException {
    try (InputStream file = Questions.class.getResourceAsStream("town.json")) {
      Json json = JsonParser.parse(file.readAllBytes(), Limits.OBJECT);
      return new Questions(((Json.Obj) json).members());
    } catch (DecodingException e) {
      throw new IllegalStateException("the questions of the demonstration are damaged", e);
    }
  }

  /** A whole definition: choose one project, or blank; and up to two of four days. */
  Json definition(Settings settings, long opens, long closes) {
    Map<String, Json> definition = new LinkedHashMap<>(members);
    definition.put("mode", new Json.Text("election"));
    definition.put("group", new Json.Text(settings.group()));
    definition.put("trustees", trustees(settings.trustees()));
    definition.put("opens", new Json.Int(opens));
    definition.put("closes", new Json.Int(closes));
    definition.put("minimum_ballots", new Json.Int(1));
    definition.put(
        "rehearsal", Json.Obj.with("waiver", "A demonstration needs no rehearsal.").build());
    if (!settings.allNeeded()) {
      definition.put(
          "threshold_group",
          Json.Obj.with("size", settings.trustees())
              .and("threshold", settings.threshold())
              .build());
    }
    return new Json.Obj(definition);
  }

  private static Json trustees(int count) {
    List<Json> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(new Json.Text("Trustee " + i));
    }
    return new Json.Arr(names);
  }

  /** The labels of the choices in English, blank first where there is one. */
  List<List<String>> labels() {
    try {
      JsonFields english = JsonFields.of(((Json.Obj) members.get("languages")).members().get("en"));
      List<List<String>> answers =
          english.list(
              "questions", question -> JsonFields.of(question).list("answers", JsonFields::text));
      List<String> projects = new ArrayList<>(List.of("(blank)"));
      projects.addAll(answers.get(0));
      return List.of(List.copyOf(projects), answers.get(1));
    } catch (DecodingException e) {
      throw new IllegalStateException("the questions of the demonstration are damaged", e);
    }
  }

  /** What some voter chooses: one project or blank, and up to two days. */
  List<List<Integer>> choose(SecureRandom random) {
    List<List<String>> labels = labels();
    List<Integer> projects = new ArrayList<>(Collections.nCopies(labels.get(0).size(), 0));
    projects.set(random.nextInt(projects.size()), 1);
    List<Integer> days = new ArrayList<>(Collections.nCopies(labels.get(1).size(), 0));
    for (int i = random.nextInt(MOST_DAYS + 1); i > 0; i--) {
      days.set(random.nextInt(days.size()), 1);
    }
    return List.of(projects, days);
  }
}
