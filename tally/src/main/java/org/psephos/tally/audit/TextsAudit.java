package org.psephos.tally.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;

/** Whether the texts that voters read fit the questions that are counted. */
record TextsAudit(Election election, ObjectSource source) {

  void require(Map<String, Digest> texts) throws IOException, AuditException {
    boolean found = false;
    for (Map.Entry<String, Digest> text : texts.entrySet()) {
      found |= isTextOfElection(definition(text.getKey(), text.getValue()));
    }
    AuditException.require(found, "the definition is in none of the languages of the manifest");
  }

  private TextDefinition definition(String language, Digest hash)
      throws IOException, AuditException {
    try {
      TextDefinition definition =
          TextDefinition.decode(SetupObjects.object(source, hash, ObjectKind.TEXT_DEFINITION));
      AuditException.require(
          definition.language().equals(language)
              && answers(definition.questions()).equals(answers(questions())),
          "the text in language " + language + " does not fit the questions");
      return definition;
    } catch (DecodingException e) {
      throw AuditException.malformed("the text in language " + language, e);
    }
  }

  private boolean isTextOfElection(TextDefinition definition) {
    return definition.name().equals(election.texts().name())
        && definition.description().equals(election.texts().description())
        && definition.questions().equals(questions());
  }

  private List<QuestionText> questions() {
    return election.questions().stream()
        .map(question -> new QuestionText(question.answers(), question.question()))
        .toList();
  }

  private static List<Integer> answers(List<QuestionText> questions) {
    return questions.stream().map(question -> question.answers().size()).toList();
  }
}
