package org.psephos.api.election;

import java.util.OptionalInt;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * The last trustees of an election who make one key together, of whom some suffice.
 *
 * @param size the number of members, at least 1
 * @param threshold the number of members that can decrypt, 1 to {@code size}
 */
public record ThresholdGroup(int size, int threshold) {

  static ThresholdGroup decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    long size = fields.number("size");
    long threshold = fields.number("threshold");
    fields.end();
    if (size < 1 || size > Integer.MAX_VALUE) {
      throw new DecodingException("size", "at least 1", "" + size);
    }
    if (threshold < 1 || threshold > size) {
      throw new DecodingException("threshold", "1 to " + size, "" + threshold);
    }
    return new ThresholdGroup((int) size, (int) threshold);
  }

  Json.Obj toJson() {
    return Json.Obj.with("size", size).and("threshold", threshold).build();
  }

  /**
   * The index, from 1, of a trustee in the group; empty for one who holds a key alone.
   *
   * @param owner the trustee's number, from 1
   * @param trustees the number of all trustees
   */
  public OptionalInt index(int owner, int trustees) {
    int index = owner - (trustees - size);
    return index < 1 ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
