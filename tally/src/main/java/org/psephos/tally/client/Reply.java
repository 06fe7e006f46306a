package org.psephos.tally.client;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/** A successful answer: status, body and address of what was made. */
public final class Reply {

  private final int status;
  private final byte[] body;
  private final String location;

  Reply(int status, byte[] body, String location) {
    this.status = status;
    this.body = body;
    this.location = location;
  }

  public int status() {
    return status;
  }

  public byte[] bytes() {
    return body.clone();
  }

  public Optional<String> location() {
    return Optional.ofNullable(location);
  }

  /**
   * The body as JSON.
   *
   * @throws ServiceException if it is not JSON
   */
  public Json json() throws ServiceException {
    try {
      return JsonParser.parse(body, Limits.LIST);
    } catch (DecodingException e) {
      throw new ServiceException(
          status, "unexpected", "the service's answer is not JSON: " + e.getMessage());
    }
  }
}
