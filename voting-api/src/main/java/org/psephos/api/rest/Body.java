package org.psephos.api.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/** Reads the body of a request, and stops reading at a limit. */
final class Body {

  private Body() {}

  /**
   * The whole body.
   *
   * @throws RefusedException if it is longer, whether its sender says so or not
   */
  static byte[] read(InputStream body, HttpHeaders headers, int most)
      throws IOException, RefusedException {
    if (headers.getLength() > most) {
      throw tooLarge(most);
    }
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLarge(most);
    }
    return bytes;
  }

  /** The body as a JSON object. */
  static Json.Obj object(InputStream body, HttpHeaders headers, Limits limits)
      throws IOException, RefusedException {
    try {
      if (JsonParser.parse(read(body, headers, limits.bytes()), limits) instanceof Json.Obj json) {
        return json;
      }
      throw new RefusedException(Code.MALFORMED, "the body is not a JSON object");
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static RefusedException tooLarge(int most) {
    return new RefusedException(Code.TOO_LARGE, "the body has more than " + most + " bytes");
  }
}
