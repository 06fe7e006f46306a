package org.psephos.api.attacks;

import static org.psephos.api.attacks.Attack.BAD_PROOF;
import static org.psephos.api.attacks.Attack.MALFORMED;
import static org.psephos.api.attacks.Attack.before;
import static org.psephos.api.attacks.Attack.behind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.group.SecretScalar;

/** Votes that no question permits, encrypted by a client without scruples. */
final class ContentAttacks {

  private ContentAttacks() {}

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    attacks.addAll(numbers());
    attacks.add(
        before(
            "answers in an object",
            MALFORMED,
            (turn, honest) ->
                JsonEdit.change(
                    honest, "answers", answers -> ((Json.Arr) answers).items().get(0))));
    attacks.add(
        before(
            "answers in an array of their own",
            MALFORMED,
            (turn, honest) ->
                JsonEdit.change(honest, "answers", answers -> new Json.Arr(List.of(answers)))));
    attacks.add(behind("encrypted without randomness", BAD_PROOF, ContentAttacks::revealing));
    return attacks;
  }

  private static List<Attack> numbers() {
    return List.of(
        votes(0, "one answer counts twice", 2, 0, 0),
        votes(0, "one answer counts a million times", 0, 1_000_000, 0),
        votes(0, "a vote is taken away", -1, 1, 1),
        votes(0, "more for one, fewer for another", 2, -1, 0),
        votes(0, "more answers than max", 1, 1, 1),
        votes(0, "fewer answers than min", 0, 0, 0),
        votes(1, "blank and a choice", 1, 1, 0),
        votes(1, "blank and choices that add up to none", 1, 1, -1),
        votes(1, "neither blank nor a choice", 0, 0, 0),
        votes(1, "two choices of one", 0, 1, 1),
        votes(1, "blank twice", 2, 0, 0),
        votes(1, "blank taken away and two choices", -1, 1, 1));
  }

  private static Attack votes(int question, String name, Integer... numbers) {
    return behind(
        name,
        BAD_PROOF,
        (turn, honest) ->
            JsonEdit.replace(
                honest,
                "answers[" + question + "]",
                turn.forge().answer(question).encrypting(List.of(numbers))));
  }

  /** Valid proofs, but everyone can read the choice. */
  private static Json.Obj revealing(Turn turn, Json.Obj honest) {
    SecretScalar zero = turn.election().group().secret(0);
    Json open = turn.forge().answer(0).encrypting(List.of(1, 0, 0), Collections.nCopies(3, zero));
    return JsonEdit.replace(honest, "answers[0]", open);
  }
}
