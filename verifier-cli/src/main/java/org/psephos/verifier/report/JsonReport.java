package org.psephos.verifier.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/**
 * Writes a verdict as one JSON object of the format {@code psephos-verdict/1}, in pure ASCII, so
 * that neither a terminal nor a character set can change what it says. Members that are not known
 * are left out.
 */
public final class JsonReport {

  private static final String FORMAT = "psephos-verdict/1";

  private JsonReport() {}

  /** The verdict as JSON, without a line feed at the end. */
  public static String of(Verdict verdict) {
    Json.Builder report =
        Json.Obj.with("format", FORMAT)
            .and("verdict", verdict.outcome().word())
            .and("election", election(verdict.election()))
            .and("checks", array(verdict.lines().stream().map(JsonReport::line)))
            .and("warnings", array(verdict.warnings().stream().map(JsonReport::warning)));
    verdict
        .results()
        .ifPresent(
            results ->
                report.and("result", array(results.questions().stream().map(JsonReport::counts))));
    return ascii(report.build());
  }

  private static Json election(Identity election) {
    Map<String, Json> members = new LinkedHashMap<>();
    put(members, "uuid", election.uuid());
    put(members, "fingerprint", election.fingerprint().map(Digest::base64));
    put(members, "group", election.group());
    put(members, "origin", election.origin());
    Map<String, Json> checkpoint = new LinkedHashMap<>();
    election.size().ifPresent(size -> checkpoint.put("size", new Json.Int(size)));
    put(checkpoint, "root", election.root().map(Digest::hex));
    if (!checkpoint.isEmpty()) {
      members.put("checkpoint", new Json.Obj(checkpoint));
    }
    return new Json.Obj(members);
  }

  private static Json line(Line line) {
    Finding finding = line.finding();
    List<Fault> faults = finding instanceof Finding.Failed failed ? failed.faults() : List.of();
    long omitted = finding instanceof Finding.Failed failed ? failed.omitted() : 0;
    return Json.Obj.with("id", line.check().name())
        .and("title", line.check().title())
        .and("status", status(finding))
        .and("expected", finding.expected())
        .and("passed", finding.passed())
        .and("failures", array(faults.stream().map(JsonReport::fault)))
        .and("failures_omitted", omitted)
        .build();
  }

  private static String status(Finding finding) {
    if (finding instanceof Finding.Passed) {
      return "passed";
    }
    return finding instanceof Finding.Failed ? "failed" : "not-run";
  }

  private static Json fault(Fault fault) {
    return Json.Obj.with("subject", subject(fault.subject()))
        .and("expected", fault.expected())
        .and("found", fault.found())
        .build();
  }

  private static Json subject(Subject subject) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("kind", new Json.Text(subject.kind()));
    subject.index().ifPresent(index -> members.put("index", new Json.Int(index)));
    put(members, "hash", subject.hash().map(Digest::hex));
    return new Json.Obj(members);
  }

  private static Json warning(Warning warning) {
    return Json.Obj.with("code", warning.code()).and("text", warning.text()).build();
  }

  private static Json counts(Results.Question question) {
    return array(question.choices().stream().map(choice -> new Json.Int(choice.count())));
  }

  private static Json array(Stream<? extends Json> items) {
    return new Json.Arr(List.copyOf(items.toList()));
  }

  private static void put(Map<String, Json> members, String key, Optional<String> value) {
    value.ifPresent(text -> members.put(key, new Json.Text(Printable.wellFormed(text))));
  }

  /** Outside ASCII JSON has only strings, so every such character may be escaped. */
  private static String ascii(Json json) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text(json).toCharArray()) {
      if (c < 0x7f) {
        escaped.append(c);
      } else {
        String digits = Integer.toHexString(c);
        escaped.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      }
    }
    return escaped.toString();
  }

  private static String text(Json json) {
    try {
      return Utf8.decode(json.toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException("JSON is written as well-formed UTF-8", e);
    }
  }
}
