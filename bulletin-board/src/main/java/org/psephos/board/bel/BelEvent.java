package org.psephos.board.bel;

import java.util.Arrays;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * One event of the chain.
 *
 * @param parent SHA-256 of the bytes of the event before; none at height 0 and nowhere else
 * @param height the number of events before it
 * @param payload the hash of the data it refers to, exactly where its type calls for data
 */
public record BelEvent(
    Optional<Digest> parent, long height, BelEventType type, Optional<Digest> payload) {

  public BelEvent {
    if (height < 0 || parent.isPresent() != (height > 0)) {
      throw new IllegalArgumentException("every event but the first has a parent");
    }
    if (payload.isPresent() != type.hasPayload()) {
      throw new IllegalArgumentException(type.wireName() + " and payload do not go together");
    }
  }

  /** The bytes in the archive. */
  public byte[] encode() {
    String height = "height";
    Json.Builder members =
        parent.isPresent()
            ? Json.Obj.with("parent", parent.get().hex()).and(height, this.height)
            : Json.Obj.with(height, this.height);
    members.and("type", type.wireName());
    payload.ifPresent(hash -> members.and("payload", hash.hex()));
    return members.build().toBytes();
  }

  /**
   * Reads an event.
   *
   * @throws DecodingException if the bytes are not the one spelling of an event
   */
  static BelEvent decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.ENTRY));
    Optional<Digest> parent = fields.optional("parent", BelEvent::digest);
    long height = fields.number("height");
    BelEventType type = fields.required("type", v -> BelEventType.named(JsonFields.text(v)));
    Optional<Digest> payload = fields.optional("payload", BelEvent::digest);
    fields.end();
    BelEvent event;
    try {
      event = new BelEvent(parent, height, type, payload);
    } catch (IllegalArgumentException e) {
      throw new DecodingException("", "members that fit together: " + e.getMessage(), "others");
    }
    if (!Arrays.equals(event.encode(), bytes)) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, "", "the one spelling of this event", "another");
    }
    return event;
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }
}
