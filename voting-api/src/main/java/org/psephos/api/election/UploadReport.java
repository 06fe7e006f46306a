package org.psephos.api.election;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialReview.Rejected;

/**
 * What came of a list of credentials, for the officials: counts, and which lines were wrong. It
 * says nothing about who the voters are, which the service does not know.
 *
 * @param dryRun whether the list was only looked at
 * @param refusal why it was not taken; empty if it was, or could have been
 * @param read how many lines there were; 0 if the list could not be read at all, like all counts
 * @param rejected the first lines that were wrong
 * @param omitted how many more were wrong
 */
public record UploadReport(
    boolean dryRun,
    Optional<String> refusal,
    long read,
    long added,
    long kept,
    long removed,
    long reissued,
    long weight,
    List<Rejected> rejected,
    long omitted) {

  public UploadReport {
    rejected = List.copyOf(rejected);
  }

  static UploadReport of(Registration good) {
    return new UploadReport(
        good.dryRun(),
        Optional.empty(),
        good.read(),
        good.change().added(),
        good.change().kept(),
        good.change().removed(),
        good.change().reissued(),
        good.weight(),
        List.of(),
        0);
  }

  static UploadReport of(RefusedException refused, boolean dryRun) {
    Map<String, Json> more = refused.more();
    return new UploadReport(
        dryRun,
        Optional.of(refused.getMessage()),
        number(more, "read"),
        0,
        0,
        0,
        0,
        number(more, "weight"),
        more.get("rejected") instanceof Json.Arr lines ? lines(lines) : List.of(),
        number(more, "rejected_omitted"));
  }

  private static long number(Map<String, Json> members, String name) {
    return members.get(name) instanceof Json.Int number ? number.value() : 0;
  }

  private static List<Rejected> lines(Json.Arr lines) {
    return stored(() -> JsonFields.list(lines, UploadReport::line));
  }

  private static Rejected line(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    return new Rejected((int) fields.number("line"), fields.text("reason"));
  }

  String text() {
    List<Json> lines =
        rejected.stream()
            .map(
                one -> (Json) Json.Obj.with("line", one.line()).and("reason", one.reason()).build())
            .toList();
    Json.Builder report =
        Json.Obj.with("dry_run", new Json.Bool(dryRun))
            .and("read", read)
            .and("added", added)
            .and("kept", kept)
            .and("removed", removed)
            .and("reissued", reissued)
            .and("weight", weight)
            .and("rejected", new Json.Arr(lines))
            .and("omitted", omitted);
    refusal.ifPresent(why -> report.and("refusal", why));
    return stored(() -> Utf8.decode(report.build().toBytes()));
  }

  static UploadReport parse(String text) {
    return stored(() -> decode(JsonParser.parse(Utf8.encode(text), Limits.OBJECT)));
  }

  private static UploadReport decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    return new UploadReport(
        fields.required("dry_run", JsonValues::bool),
        fields.optional("refusal", JsonFields::text),
        fields.number("read"),
        fields.number("added"),
        fields.number("kept"),
        fields.number("removed"),
        fields.number("reissued"),
        fields.number("weight"),
        fields.list("rejected", UploadReport::line),
        fields.number("omitted"));
  }

  private interface Own<T> {
    T read() throws DecodingException;
  }

  private static <T> T stored(Own<T> own) {
    try {
      return own.read();
    } catch (DecodingException e) {
      throw new IllegalStateException("a report of this service is damaged", e);
    }
  }
}
