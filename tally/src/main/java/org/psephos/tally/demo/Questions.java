package org.psephos.tally.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.psephos.crypto.codec.Json;

/** What the demonstration votes on, and what its voters think of it. */
final class Questions {

  private static final List<String> PROJECTS = List.of("Library", "Playground", "Bicycle lane");
  private static final List<String> DAYS = List.of("Monday", "Wednesday", "Friday", "Saturday");
  private static final int MOST_DAYS = 2;

  private Questions() {}

  /** Two questions: choose one, or blank; and up to two of four. */
  static Json definition(Settings settings, long opens, long closes) {
    Json rules =
        new Json.Arr(
            List.of(
                Json.Obj.with("answers", PROJECTS.size())
                    .and("blank", new Json.Bool(true))
                    .and("max", 1)
                    .and("min", 1)
                    .build(),
                Json.Obj.with("answers", DAYS.size()).and("max", MOST_DAYS).and("min", 0).build()));
    List<Json> names = new ArrayList<>();
    for (int i = 1; i <= settings.trustees(); i++) {
      names.add(new Json.Text("Trustee " + i));
    }
    Json.Builder definition =
        Json.Obj.with("mode", "election")
            .and("group", settings.group())
            .and("default_language", "en")
            .and("languages", Json.Obj.with("en", texts()).build())
            .and("questions", rules)
            .and("trustees", new Json.Arr(names))
            .and("opens", opens)
            .and("closes", closes)
            .and("minimum_ballots", 1)
            .and(
                "rehearsal",
                Json.Obj.with("waiver", "A demonstration needs no rehearsal.").build());
    if (!settings.allNeeded()) {
      definition.and(
          "threshold_group",
          Json.Obj.with("size", settings.trustees())
              .and("threshold", settings.threshold())
              .build());
    }
    return definition.build();
  }

  private static Json texts() {
    return Json.Obj.with("administrator", "Town clerk")
        .and("credential_authority", "Electoral office")
        .and("description", "A demonstration of Psephos.")
        .and("language", "en")
        .and("name", "What shall the town do?")
        .and(
            "questions",
            new Json.Arr(
                List.of(
                    question("Which project comes first?", PROJECTS),
                    question("On which days shall the market open? Up to two.", DAYS))))
        .build();
  }

  private static Json question(String text, List<String> answers) {
    List<Json> texts = answers.stream().map(answer -> (Json) new Json.Text(answer)).toList();
    return Json.Obj.with("answers", new Json.Arr(texts)).and("question", text).build();
  }

  /** The labels of the choices, blank first where there is one. */
  static List<List<String>> labels() {
    List<String> projects = new ArrayList<>(List.of("(blank)"));
    projects.addAll(PROJECTS);
    return List.of(List.copyOf(projects), DAYS);
  }

  /** What some voter chooses: one project or blank, and up to two days. */
  static List<List<Integer>> choose(SecureRandom random) {
    List<Integer> projects = new ArrayList<>(Collections.nCopies(PROJECTS.size() + 1, 0));
    projects.set(random.nextInt(projects.size()), 1);
    List<Integer> days = new ArrayList<>(Collections.nCopies(DAYS.size(), 0));
    for (int i = random.nextInt(MOST_DAYS + 1); i > 0; i--) {
      days.set(random.nextInt(days.size()), 1);
    }
    return List.of(projects, days);
  }
}
