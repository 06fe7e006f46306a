package org.psephos.board.bel;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/** What the payload of an event refers to in turn. */
final class BelPayload {

  private BelPayload() {}

  /**
   * The hashes in it, in the order in which the archive holds the data. Reads nothing of payloads
   * that refer to nothing.
   *
   * @throws DecodingException if the payload is not of the event's type
   */
  static List<Digest> children(BelEventType type, byte[] payload) throws DecodingException {
    return switch (type) {
      case SETUP -> setup(fields(payload));
      case ENCRYPTED_TALLY -> List.of(digest(fields(payload), "encrypted_tally"));
      case SHUFFLE, PARTIAL_DECRYPTION -> List.of(digest(fields(payload), "payload"));
      default -> List.of();
    };
  }

  private static List<Digest> setup(JsonFields fields) throws DecodingException {
    List<Digest> children = new ArrayList<>();
    children.add(digest(fields, "election"));
    children.add(digest(fields, "trustees"));
    children.add(digest(fields, "credentials"));
    fields.optional("credentials_certificate", BelPayload::digest).ifPresent(children::add);
    fields.end();
    return children;
  }

  private static JsonFields fields(byte[] payload) throws DecodingException {
    return JsonFields.of(JsonParser.parse(payload, Limits.ENTRY));
  }

  private static Digest digest(JsonFields fields, String name) throws DecodingException {
    return fields.required(name, BelPayload::digest);
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }
}
