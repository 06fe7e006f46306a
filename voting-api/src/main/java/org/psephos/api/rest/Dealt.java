package org.psephos.api.rest;

import java.util.List;
import org.psephos.api.election.RefusedException;
import org.psephos.board.entry.BoardObject;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.trustee.Trustees;

/**
 * The body with which a member deals.
 *
 * @param dealing for the board
 * @param shares for the mailbox
 */
record Dealt(BoardObject dealing, List<SealedShare> shares) {

  static Dealt read(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      BoardObject dealing = BoardObject.of(fields.required("dealing", Json::toBytes));
      List<SealedShare> shares =
          fields.list("shares", text -> SealedShare.fromHex(JsonFields.text(text)));
      fields.end();
      if (shares.size() > Trustees.MAX_OWNERS) {
        throw new DecodingException(
            "shares", "at most " + Trustees.MAX_OWNERS, Integer.toString(shares.size()));
      }
      return new Dealt(dealing, shares);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }
}
