package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.note.Checkpoint;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.election.SetupData;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.Identity;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Results;
import org.psephos.verifier.report.Verdict;

/** Puts together what the checks said and what they accepted. */
final class Summary {

  private static final String BLANK = "(blank vote)";

  private final ElectionRecord record;
  private final List<Line> lines;

  Summary(ElectionRecord record, List<Line> lines) {
    this.record = record;
    this.lines = lines;
  }

  Verdict verdict() throws IOException {
    Notices.add(record);
    Verdict verdict = new Verdict(identity(), lines, record.warnings(), Optional.empty());
    return verdict.outcome() == Outcome.VERIFIED
        ? new Verdict(identity(), lines, record.warnings(), results())
        : verdict;
  }

  private Identity identity() {
    Optional<GenesisEntry> genesis = record.board().genesis();
    Checkpoint checkpoint = record.board().checkpoint().checkpoint();
    return new Identity(
        genesis.map(GenesisEntry::uuid),
        record.setup().get().map(SetupData::election),
        genesis.map(GenesisEntry::group),
        genesis.map(GenesisEntry::origin),
        record.election().get().map(election -> election.texts().name()),
        OptionalLong.of(checkpoint.size()),
        Optional.of(checkpoint.root()));
  }

  private Optional<Results> results() {
    Optional<ElectionResult> result = record.result().get();
    if (result.isEmpty()) {
      return Optional.empty();
    }
    Election election = record.election().get().orElseThrow();
    BallotBox box = record.ballotBox().get().orElseThrow();
    List<Results.Question> questions = new ArrayList<>();
    List<List<Long>> counts = result.get().counts().questions();
    for (int i = 0; i < counts.size(); i++) {
      questions.add(question(election.questions().get(i), counts.get(i)));
    }
    return Optional.of(new Results(box.counted(), box.weight(), questions));
  }

  private static Results.Question question(Question.Homomorphic question, List<Long> counts) {
    List<String> answers = new ArrayList<>(question.answers());
    if (question.blank()) {
      answers.add(0, BLANK);
    }
    List<Results.Choice> choices = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      choices.add(new Results.Choice(answers.get(i), counts.get(i)));
    }
    return new Results.Question(question.question(), choices);
  }
}
