package org.psephos.tally.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.entry.TextDefinition.QuestionText;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.election.ElectionTexts;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Trustees;

/**
 * The frozen definition of a simulated election. It says of itself that it is none.
 *
 * @param objects everything that Setup reaches and is not on the board yet
 */
record Definition(Election election, SetupEntry setup, List<BoardObject> objects) {

  private static final String NAME = "Simulation";
  private static final String DESCRIPTION = "Synthetic ballots. Nobody voted.";
  private static final String ADMINISTRATOR = "psephos simulate";

  static Definition of(
      GenesisEntry genesis,
      Rules rules,
      RegistrarKey registrar,
      Trustees trustees,
      CredentialList credentials,
      int answers) {
    Question.Homomorphic question = question(answers);
    BoardObject text = text(question).encode();
    BoardObject keys = BoardObject.of(trustees.encode());
    BoardObject manifest =
        new Manifest(
                Optional.empty(),
                credentials.digest(),
                genesis.ident(),
                registrar,
                rules,
                new TreeMap<>(Map.of("en", text.hash())),
                keys.hash(),
                Optional.empty())
            .encode();
    Election election = election(genesis, trustees, question, manifest.hash());
    BoardObject data =
        BoardObject.of(
            new SetupData(election.fingerprint(), keys.hash(), credentials.digest()).encode());
    return new Definition(
        election,
        new SetupEntry(manifest.hash(), data.hash()),
        List.of(text, keys, manifest, BoardObject.of(election.encode()), data));
  }

  /** No trial of anything came before a simulation. */
  static Rules rules(long opens, long closes, CredentialList credentials) {
    return new Rules(
        opens,
        closes,
        0,
        new Rehearsal.Waived("a simulation"),
        credentials.size(),
        credentials.totalWeight());
  }

  private static Question.Homomorphic question(int answers) {
    List<String> texts =
        IntStream.rangeClosed(1, answers).mapToObj(number -> "Answer " + number).toList();
    return new Question.Homomorphic("Which one?", texts, 0, 1, false);
  }

  private static TextDefinition text(Question.Homomorphic question) {
    return new TextDefinition(
        ADMINISTRATOR,
        ADMINISTRATOR,
        DESCRIPTION,
        "en",
        NAME,
        List.of(new QuestionText(question.answers(), question.question())));
  }

  private static Election election(
      GenesisEntry genesis, Trustees trustees, Question.Homomorphic question, Digest manifest) {
    ElectionTexts texts =
        new ElectionTexts(
            NAME,
            DESCRIPTION,
            Optional.of(ADMINISTRATOR),
            Optional.of(Election.naming(manifest)),
            Optional.empty());
    return Election.of(
        new ElectionId(genesis.uuid()),
        texts,
        PublicKey.of(trustees.electionKey()),
        List.of(question));
  }
}
