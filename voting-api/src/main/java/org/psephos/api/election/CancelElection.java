package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/** Ends an election without a result, for a reason that everyone can read. */
@ApplicationScoped
public class CancelElection {

  private final Elections elections;
  private final OperatorLog log;

  CancelElection(Elections elections, OperatorLog log) {
    this.elections = elections;
    this.log = log;
  }

  /** Takes {@code {"reason":{"<language>":"<text>"}}}. */
  public void cancel(String uuid, Caller caller, Json.Obj body)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    BoardObject reason = reason(body).encode();
    CancelEntry entry =
        new CancelEntry(reason.hash(), Clock.systemUTC().instant().getEpochSecond());
    elections.exclusively(uuid, () -> Elections.append(board, List.of(entry), List.of(reason)));
    log.note(uuid, caller, "cancel");
  }

  private static LocalizedText reason(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      Map<String, String> texts = fields.required("reason", LocalizedTexts::read);
      fields.end();
      return LocalizedText.of(texts);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.MALFORMED, "reason: " + e.getMessage());
    }
  }
}
