package org.psephos.verifier.cli;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** One run of the command, with what it wrote. */
record Run(int exitCode, String out, String err) {

  static Run of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Verify.run(List.of(arguments), out, err, false);
    return new Run(exitCode, text(out), text(err));
  }

  /** The verdict in the machine-readable report. */
  String verdict() {
    return JsonEdit.text(json(), "verdict");
  }

  Json.Obj json() {
    try {
      return (Json.Obj) JsonParser.parse(Utf8.encode(out.strip()), Limits.OBJECT);
    } catch (DecodingException e) {
      throw new IllegalStateException(out, e);
    }
  }

  private static String text(ByteArrayOutputStream stream) {
    try {
      return Utf8.decode(stream.toByteArray());
    } catch (DecodingException e) {
      throw new IllegalStateException("the report is not UTF-8", e);
    }
  }
}
