package org.psephos.api.election;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * How the service conducts an election. Not pinned by the fingerprint: it changes who presses a
 * button, not what counts.
 *
 * @param twoOfficials opening and closing take two officials
 * @param schedule opens and closes by itself at the times of the rules
 */
public record Conduct(boolean twoOfficials, boolean schedule) {

  private static final String TWO_OFFICIALS = "two_officials";
  private static final String SCHEDULE = "schedule";

  static Conduct decode(JsonFields fields) throws DecodingException {
    boolean two = fields.optional(TWO_OFFICIALS, JsonValues::bool).orElse(false);
    boolean schedule = fields.optional(SCHEDULE, JsonValues::bool).orElse(false);
    if (two && schedule) {
      throw new DecodingException(
          SCHEDULE, "not together with two_officials: nobody confirms what happens by itself", "");
    }
    return new Conduct(two, schedule);
  }

  /** Adds the members that are not what they are by default. */
  void putInto(Json.Builder draft) {
    if (twoOfficials) {
      draft.and(TWO_OFFICIALS, new Json.Bool(true));
    }
    if (schedule) {
      draft.and(SCHEDULE, new Json.Bool(true));
    }
  }
}
