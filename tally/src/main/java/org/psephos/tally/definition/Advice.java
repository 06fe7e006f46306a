package org.psephos.tally.definition;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;

/** What is allowed and yet likely to be regretted. */
final class Advice {

  private static final int FEW_TRUSTEES = 3;

  private final Facts facts;
  private final List<String> warnings = new ArrayList<>();

  private Advice(Facts facts) {
    this.facts = facts;
  }

  /** One sentence for each, with the path that it is about. */
  static List<String> on(Facts facts, long now) {
    Advice advice = new Advice(facts);
    advice.translations();
    advice.trustees();
    advice.rules(now);
    return List.copyOf(advice.warnings);
  }

  private void translations() {
    TextDefinition model = facts.texts().get(facts.defaultLanguage());
    facts
        .texts()
        .forEach(
            (tag, text) -> {
              gaps("languages." + tag, model, text);
              if (!tag.equals(facts.defaultLanguage())) {
                copies("languages." + tag, model, text);
              }
            });
  }

  private void gaps(String path, TextDefinition model, TextDefinition text) {
    missing(path + ".administrator", model.administrator(), text.administrator());
    missing(
        path + ".credential_authority", model.credentialAuthority(), text.credentialAuthority());
    missing(path + ".description", model.description(), text.description());
    for (int i = 0; i < text.questions().size(); i++) {
      String where = path + ".questions[" + i + "]";
      QuestionText question = text.questions().get(i);
      missing(where + ".question", question.question());
      for (int j = 0; j < question.answers().size(); j++) {
        missing(where + ".answers[" + j + "]", question.answers().get(j));
      }
    }
  }

  private void copies(String path, TextDefinition model, TextDefinition text) {
    for (int i = 0; i < text.questions().size(); i++) {
      String question = text.questions().get(i).question();
      if (!question.isEmpty() && question.equals(model.questions().get(i).question())) {
        warnings.add(
            path
                + (".questions[" + i + "].question: the same as in ")
                + (facts.defaultLanguage() + ": not translated?"));
      }
    }
  }

  private void missing(String path, String model, String text) {
    if (!model.isBlank()) {
      missing(path, text);
    }
  }

  private void missing(String path, String text) {
    if (text.isBlank()) {
      warnings.add(path + ": the text is missing; nothing can be frozen without it");
    }
  }

  private void trustees() {
    int count = facts.trustees().size();
    if (count < FEW_TRUSTEES) {
      warnings.add(
          "trustees: only "
              + (count + "; with fewer than three, too few people stand between ballots and one")
              + " curious hand");
    }
    List<String> needed = facts.indispensable();
    if (needed.size() == count) {
      warnings.add(
          "threshold_group: every trustee is needed: if one key is lost, the result is lost");
    } else if (!needed.isEmpty()) {
      warnings.add(
          "threshold_group: "
              + (String.join(", ", needed) + ": outside the group")
              + "; if this key is lost, the result is lost");
    }
    if (needed.isEmpty() && facts.group().orElseThrow().threshold() == 1) {
      warnings.add("threshold_group.threshold: one trustee alone can decrypt every ballot");
    }
  }

  private void rules(long now) {
    if (facts.minimumBallots() < 2) {
      warnings.add(
          "minimum_ballots: below 2; the sum of a single ballot is that ballot, and no trustee"
              + " will decrypt it");
    }
    if (facts.closes() <= now) {
      warnings.add(
          "closes: " + Times.written(facts.closes()) + " is over; the vote could end at once");
    }
    if (facts.mode() == Mode.ELECTION) {
      rehearsal();
    }
  }

  private void rehearsal() {
    if (facts.waived().isEmpty()) {
      warnings.add("rehearsal: left open; before freezing name one, or say why there was none");
    } else if (facts.waived().get()) {
      warnings.add("rehearsal: waived; hold one, it finds what nobody thinks of");
    }
  }
}
