package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * The rules of an election that its version 1 definition does not hold.
 *
 * @param opens no ballot before, in Unix seconds
 * @param closes no end of voting before, in Unix seconds; after {@code opens}
 * @param minimumBallots with fewer counted ballots there is no tally
 * @param rehearsal what was practised before
 * @param voters the length of the list of credentials, 1 to {@link #MOST_VOTERS}
 * @param weight the sum of the weights in that list, at least {@code voters}, at most {@link
 *     #MOST_WEIGHT}
 */
public record Rules(
    long opens, long closes, long minimumBallots, Rehearsal rehearsal, long voters, long weight) {

  /** The largest number of credentials. */
  public static final long MOST_VOTERS = 1_000_000;

  /** The largest sum of weights. */
  public static final long MOST_WEIGHT = 1_000_000_000;

  public Rules {
    Ranges.time(opens);
    Ranges.within("closes", closes, opens + 1, CanonicalJson.LARGEST);
    Ranges.within("voters", voters, 1, MOST_VOTERS);
    Ranges.within("weight", weight, voters, MOST_WEIGHT);
    Ranges.within("minimum_ballots", minimumBallots, 0, voters);
    requireNonNull(rehearsal, "rehearsal is null");
  }

  Json.Obj toJson() {
    return Json.Obj.with("closes", closes)
        .and("minimum_ballots", minimumBallots)
        .and("opens", opens)
        .and("rehearsal", rehearsal.toJson())
        .and("voters", voters)
        .and("weight", weight)
        .build();
  }

  static Rules decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    long closes = fields.number("closes");
    long minimum = fields.number("minimum_ballots");
    long opens = fields.number("opens");
    Rehearsal rehearsal = fields.required("rehearsal", Rehearsal::decode);
    long voters = fields.number("voters");
    long weight = fields.number("weight");
    fields.end();
    return Checked.from(() -> new Rules(opens, closes, minimum, rehearsal, voters, weight));
  }
}
