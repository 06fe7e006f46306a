package org.psephos.tally.client;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

/**
 * What the service says about an election. It is the service's word: a client that acts on it
 * checks against the board.
 *
 * @param uuid the election
 * @param state one of DRAFT, KEYS, READY, OPEN, CLOSED, TALLYING, RESULT, CANCELLED
 * @param group the group of its keys
 * @param fingerprint once the definition is frozen
 * @param closes the earliest time of closing, Unix seconds
 * @param raw the whole answer
 */
public record ElectionStatus(
    String uuid, String state, Group group, Optional<Digest> fingerprint, long closes, Json raw) {

  /**
   * Asks the service.
   *
   * @throws ServiceException if it does not answer, refuses, or makes no sense
   */
  public static ElectionStatus fetch(ServiceClient client, String uuid)
      throws ServiceException, InterruptedException {
    Json answer = client.get(ElectionPaths.election(uuid)).json();
    try {
      return read(answer, uuid);
    } catch (DecodingException e) {
      throw new ServiceException(
          200, "unexpected", "the service's status makes no sense: " + e.getMessage());
    }
  }

  private static ElectionStatus read(Json answer, String uuid) throws DecodingException {
    JsonFields fields = JsonFields.of(answer);
    String named = fields.text("uuid");
    if (!named.equals(uuid)) {
      throw new DecodingException("uuid", uuid, named);
    }
    return new ElectionStatus(
        uuid,
        fields.text("state"),
        fields.required("group", value -> Groups.named(JsonFields.text(value))),
        fields.optional("fingerprint", value -> Digest.fromBase64(JsonFields.text(value))),
        fields.number("closes"),
        answer);
  }

  /** Whether the definition can no longer change. */
  public boolean isFrozen() {
    return !List.of("DRAFT", "KEYS").contains(state);
  }
}
