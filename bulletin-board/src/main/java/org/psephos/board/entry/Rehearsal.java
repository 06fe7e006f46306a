package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.hash.Digest;

/**
 * What was practised before this election: the head of a tallied rehearsal, or why there is none.
 */
public sealed interface Rehearsal permits Rehearsal.Waived, Rehearsal.Tallied {

  /** There was none, for this reason (1 to 1,000 characters). */
  record Waived(String reason) implements Rehearsal {
    public Waived {
      Ranges.text("waiver", reason, 1000);
    }

    @Override
    public Json.Obj toJson() {
      return Json.Obj.with("waiver", reason).build();
    }
  }

  /** The final tree head of the rehearsal's board. */
  record Tallied(String origin, Digest root, long size) implements Rehearsal {
    public Tallied {
      Ranges.text("origin", origin, 1000);
      requireNonNull(root, "root is null");
      Ranges.within("size", size, 1, CanonicalJson.LARGEST);
    }

    @Override
    public Json.Obj toJson() {
      return Json.Obj.with("origin", origin).and("root", root.hex()).and("size", size).build();
    }
  }

  /** The members of this value, in canonical order. */
  Json.Obj toJson();

  /** Reads either form. */
  static Rehearsal decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    Rehearsal rehearsal = fields.has("waiver") ? waived(fields) : tallied(fields);
    fields.end();
    return rehearsal;
  }

  private static Rehearsal waived(JsonFields fields) throws DecodingException {
    String reason = fields.text("waiver");
    return Checked.from(() -> new Waived(reason));
  }

  private static Rehearsal tallied(JsonFields fields) throws DecodingException {
    String origin = fields.text("origin");
    Digest root = fields.required("root", Checked::hash);
    long size = fields.number("size");
    return Checked.from(() -> new Tallied(origin, root, size));
  }
}
