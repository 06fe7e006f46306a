package org.psephos.api.attacks;

import static org.psephos.api.attacks.Attack.BAD_PROOF;
import static org.psephos.api.attacks.Attack.BAD_SIGNATURE;
import static org.psephos.api.attacks.Attack.UNKNOWN_CREDENTIAL;
import static org.psephos.api.attacks.Attack.WRONG_ELECTION;
import static org.psephos.api.attacks.Attack.before;
import static org.psephos.api.attacks.Attack.behind;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SmallElection;
import org.psephos.crypto.group.Element;

/** Ballots of other elections, other voters, and relatives of other voters' ballots. */
final class ContextAttacks {

  private static final String CREDENTIAL = "credential";

  private ContextAttacks() {}

  static List<Attack> all() {
    return List.of(
        before(
            "another uuid, the right fingerprint",
            WRONG_ELECTION,
            (turn, honest) ->
                JsonEdit.replace(honest, "election_uuid", other(turn).election().uuid().value())),
        before(
            "another fingerprint, the right uuid",
            WRONG_ELECTION,
            (turn, honest) ->
                JsonEdit.replace(
                    honest, "election_hash", other(turn).election().fingerprint().base64())),
        before("a ballot of another election", WRONG_ELECTION, (turn, honest) -> foreign(turn)),
        behind("a ballot of another election, moved here", BAD_PROOF, ContextAttacks::moved),
        before(
            "a credential that is not listed",
            UNKNOWN_CREDENTIAL,
            (turn, honest) ->
                JsonEdit.replace(honest, CREDENTIAL, other(turn).voter(0).credential().encode())),
        before(
            "the identity as credential",
            UNKNOWN_CREDENTIAL,
            (turn, honest) ->
                JsonEdit.replace(honest, CREDENTIAL, turn.election().group().identity().encode())),
        before(
            "another voter's credential",
            BAD_SIGNATURE,
            (turn, honest) ->
                JsonEdit.replace(honest, CREDENTIAL, turn.victim().credential().encode())),
        behind("another voter's ballot", BAD_PROOF, (turn, honest) -> takenOver(turn)),
        behind(
            "another voter's answer to one question",
            BAD_PROOF,
            (turn, honest) ->
                JsonEdit.replace(honest, "answers[1]", JsonEdit.get(turn.victims(), "answers[1]"))),
        behind(
            "another voter's ballot with choices exchanged",
            BAD_PROOF,
            (turn, honest) ->
                JsonEdit.swap(takenOver(turn), "answers[0].choices[0]", "answers[0].choices[1]")),
        behind(
            "another voter's ballot turned into its opposite",
            BAD_PROOF,
            (turn, honest) -> negated(turn, takenOver(turn))),
        behind("own choice, encrypted once more", BAD_PROOF, ContextAttacks::rerandomised));
  }

  private static SmallElection other(Turn turn) {
    return SmallElection.in(turn.election().group());
  }

  private static Json.Obj foreign(Turn turn) {
    SmallElection other = other(turn);
    return JsonEdit.open(other.cast(other.voter(0), Turn.CHOICES).encode());
  }

  private static Json.Obj moved(Turn turn, Json.Obj honest) {
    Json.Obj ballot = foreign(turn);
    for (String member : List.of("election_uuid", "election_hash", CREDENTIAL)) {
      ballot = JsonEdit.replace(ballot, member, JsonEdit.text(honest, member));
    }
    return ballot;
  }

  private static Json.Obj takenOver(Turn turn) {
    return JsonEdit.replace(turn.victims(), CREDENTIAL, turn.voter().credential().encode());
  }

  private static Json.Obj negated(Turn turn, Json.Obj ballot) throws Exception {
    Json.Obj negated = ballot;
    for (String part : List.of("answers[0].choices[0].alpha", "answers[0].choices[0].beta")) {
      Element element = turn.election().group().decode(JsonEdit.text(ballot, part));
      negated = JsonEdit.replace(negated, part, element.negate().encode());
    }
    return negated;
  }

  private static Json.Obj rerandomised(Turn turn, Json.Obj honest) throws Exception {
    String alpha = "answers[0].choices[0].alpha";
    String beta = "answers[0].choices[0].beta";
    Element moved = turn.election().group().decode(JsonEdit.text(honest, alpha));
    Element masked = turn.election().group().decode(JsonEdit.text(honest, beta));
    return JsonEdit.replace(
        JsonEdit.replace(honest, alpha, moved.plus(turn.election().group().generator()).encode()),
        beta,
        masked.plus(turn.election().publicKey().element()).encode());
  }
}
