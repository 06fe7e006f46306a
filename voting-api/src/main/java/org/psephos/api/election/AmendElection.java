package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.psephos.api.access.Caller;
import org.psephos.api.records.Amendments;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Utf8;

/** Changes a running election: a later closing time, or a notice that everyone can read. */
@ApplicationScoped
public class AmendElection {

  private final Elections elections;
  private final Amendments index;
  private final OperatorLog log;

  AmendElection(Elections elections, Amendments index, OperatorLog log) {
    this.elections = elections;
    this.index = index;
    this.log = log;
  }

  /** Takes {@code {"closes":<Unix seconds>}} or {@code {"notice":{"<language>":"<text>"}}}. */
  public void amend(String uuid, Caller caller, Json.Obj body)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Change change = change(body);
    long now = Clock.systemUTC().instant().getEpochSecond();
    AmendmentEntry entry = new AmendmentEntry(change.change(), now);
    index.add(uuid, text(entry.encode()));
    elections.exclusively(uuid, () -> Elections.append(board, List.of(entry), change.objects()));
    log.note(uuid, caller, "amend " + change.name());
  }

  private record Change(String name, AmendmentEntry.Change change, List<BoardObject> objects) {}

  private static Change change(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      Change change = fields.has("closes") ? closes(fields) : notice(fields);
      fields.end();
      return change;
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.MALFORMED, "closes or notice: " + e.getMessage());
    }
  }

  private static Change closes(JsonFields fields) throws DecodingException {
    return new Change("closes", new AmendmentEntry.Closes(fields.number("closes")), List.of());
  }

  private static Change notice(JsonFields fields) throws DecodingException {
    Map<String, String> texts = fields.required("notice", LocalizedTexts::read);
    BoardObject object = LocalizedText.of(texts).encode();
    return new Change("notice", new AmendmentEntry.Notice(object.hash()), List.of(object));
  }

  /** What was amended so far, in the order of the board, for the public status. */
  Json.Arr amendments(String uuid, BulletinBoard board) throws StoreUnavailableException {
    TreeMap<Long, Json> rows = new TreeMap<>();
    for (String text : index.of(uuid)) {
      EntryBytes bytes = EntryBytes.of(Utf8.encode(text));
      OptionalLong place = board.reads().indexOf(bytes.ident());
      if (place.isPresent() && BeforeSetup.decode(bytes) instanceof AmendmentEntry entry) {
        rows.put(place.getAsLong(), row(board, entry, place.getAsLong()));
      }
    }
    return new Json.Arr(new ArrayList<>(rows.values()));
  }

  private static Json row(BulletinBoard board, AmendmentEntry entry, long place)
      throws StoreUnavailableException {
    Json.Builder row = Json.Obj.with("index", place).and("time", entry.time());
    if (entry.change() instanceof AmendmentEntry.Closes later) {
      row.and("closes", later.closes());
    } else if (entry.change() instanceof AmendmentEntry.Notice) {
      row.and("notice", LocalizedTexts.toJson(read(board, entry)));
    }
    return row.build();
  }

  private static LocalizedText read(BulletinBoard board, BoardEntry entry)
      throws StoreUnavailableException {
    try {
      return LocalizedText.decode(board.objects().object(entry.references().get(0)));
    } catch (IOException | DecodingException e) {
      throw BeforeSetup.damaged(e);
    }
  }

  private static String text(EntryBytes bytes) {
    try {
      return Utf8.decode(bytes.toByteArray());
    } catch (DecodingException e) {
      throw new IllegalStateException("JSON is text", e);
    }
  }
}
