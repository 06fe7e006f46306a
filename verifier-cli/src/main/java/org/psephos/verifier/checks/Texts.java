package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.election.TextRule;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/** The translations: each asks the same questions, and one of them is the text of election.json. */
record Texts(ElectionRecord record, Election election, Examination examination) {

  void compare(Manifest manifest) throws IOException {
    examination.expect(manifest.texts().size() + 1L);
    boolean all = true;
    boolean found = false;
    for (Map.Entry<String, Digest> text : manifest.texts().entrySet()) {
      Reference reference = new Reference(text.getValue(), ObjectKind.TEXT_DEFINITION);
      Optional<BoardObject> object = record.shelf().take(reference);
      all &= object.isPresent();
      found |= object.isPresent() && compare(text.getKey(), object.get());
    }
    if (found) {
      examination.pass();
    } else if (all) {
      examination.fail(
          new Fault(
              Subject.of("election.json", election.fingerprint()),
              "the text of one of the languages " + manifest.texts().keySet(),
              "another text"));
    }
  }

  /** Checks one language; true if it is the text of election.json. */
  private boolean compare(String language, BoardObject object) {
    Subject subject = Subject.of("definition in " + language, object.hash());
    try {
      TextDefinition definition = TextDefinition.decode(object);
      List<Integer> expected =
          election.questions().stream().map(question -> question.answers().size()).toList();
      List<Integer> found =
          definition.questions().stream().map(question -> question.answers().size()).toList();
      if (!definition.language().equals(language)) {
        examination.fail(new Fault(subject, "language " + language, definition.language()));
      } else if (!expected.equals(found)) {
        examination.fail(
            new Fault(subject, "questions with so many answers: " + expected, found.toString()));
      } else {
        examination.pass();
      }
      Inspected.into(examination, subject, characters(definition));
      return isTextOfElection(definition);
    } catch (DecodingException e) {
      examination.fail(Fault.of(subject, e));
      return false;
    }
  }

  /** A translation must not be able to show something else than it says, either. */
  private static Inspection characters(TextDefinition definition) {
    Inspection.Notebook notebook = new Inspection.Notebook();
    TextRule.LINE.inspect(notebook, "name", definition.name());
    TextRule.PARAGRAPHS.inspect(notebook, "description", definition.description());
    TextRule.LINE.inspect(notebook, "administrator", definition.administrator());
    for (TextDefinition.QuestionText question : definition.questions()) {
      TextRule.LINE.inspect(notebook, "question", question.question());
      question.answers().forEach(answer -> TextRule.LINE.inspect(notebook, "answer", answer));
    }
    return notebook.close();
  }

  private boolean isTextOfElection(TextDefinition definition) {
    return definition.name().equals(election.texts().name())
        && definition.description().equals(election.texts().description())
        && definition.questions().equals(election.questions().stream().map(Texts::text).toList());
  }

  private static TextDefinition.QuestionText text(Question.Homomorphic question) {
    return new TextDefinition.QuestionText(question.answers(), question.question());
  }
}
