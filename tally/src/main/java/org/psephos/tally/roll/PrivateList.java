package org.psephos.tally.roll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.psephos.crypto.credential.Code;

/** Writes the registrar's list of who has which code. */
final class PrivateList {

  private PrivateList() {}

  static byte[] write(List<Voter> voters, Map<String, Code> codeOf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CSVPrinter lines =
        new CSVPrinter(
            new OutputStreamWriter(bytes, StandardCharsets.UTF_8),
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
      lines.printRecord("login", "code");
      for (Voter voter : voters) {
        lines.printRecord(voter.login(), codeOf.get(voter.login()).exposeWithCheck());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
