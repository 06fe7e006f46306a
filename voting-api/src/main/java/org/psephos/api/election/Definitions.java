package org.psephos.api.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionTexts;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

/** Makes election.json of a draft. */
final class Definitions {

  private Definitions() {}

  /** The parameters in the draft's default language, naming the manifest. */
  static Election election(Draft draft, PublicKey key, Digest manifest) {
    return in(draft, draft.defaultText(), key, manifest);
  }

  /**
   * Refuses texts that could deceive a reader, in any language: a trial run with a key that nobody
   * will use.
   */
  static void requireHonestTexts(Draft draft) throws RefusedException {
    for (TextDefinition text : draft.languages().values()) {
      Election trial = in(draft, text, trialKey(draft), Digest.sha256(draft.uuid().value()));
      for (Finding fault : trial.inspectTexts().faults()) {
        throw new RefusedException(
            Code.MALFORMED,
            "languages." + text.language() + "." + fault.where() + ": " + fault.expected());
      }
    }
  }

  private static PublicKey trialKey(Draft draft) {
    Group group = group(draft);
    return PublicKey.of(group.generator());
  }

  static Group group(Draft draft) {
    try {
      return Groups.named(draft.group());
    } catch (DecodingException e) {
      throw new IllegalStateException("a draft names a known group", e);
    }
  }

  private static Election in(Draft draft, TextDefinition text, PublicKey key, Digest manifest) {
    List<Question.Homomorphic> questions = new ArrayList<>();
    for (int i = 0; i < draft.questions().size(); i++) {
      questions.add(draft.questions().get(i).with(text.questions().get(i)));
    }
    ElectionTexts texts =
        new ElectionTexts(
            text.name(),
            text.description(),
            Optional.of(text.administrator()),
            Optional.of(Election.naming(manifest)),
            Optional.empty());
    return Election.of(draft.uuid(), texts, key, questions);
  }
}
