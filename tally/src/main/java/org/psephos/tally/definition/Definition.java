package org.psephos.tally.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;

/**
 * An official's definition of an election, looked at without asking the service.
 *
 * @param problems what the service would refuse, each with its place; none if it would not
 * @param warnings what is allowed and yet likely to be regretted; only without problems
 * @param draft what to send to the service (docs/api/openapi.yaml, schema Draft), times in Unix
 *     seconds; there if there is no problem
 */
public record Definition(List<String> problems, List<String> warnings, Optional<Json.Obj> draft) {

  /** What is read of a file: 4 MiB. */
  public static final Limits LIMITS = new Limits(4 << 20, 16, 100_000);

  public Definition {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a definition: JSON if its first character is <code>{</code>, else YAML.
   *
   * @param now Unix seconds
   */
  public static Definition read(byte[] file, long now) {
    Faults faults = new Faults();
    Optional<Json> json = parse(file, faults);
    if (json.isEmpty() || !faults.isEmpty()) {
      return refused(faults);
    }
    Facts facts = new DraftCheck(faults).check(json.get());
    if (!faults.isEmpty()) {
      return refused(faults);
    }
    Json.Obj draft = withSeconds((Json.Obj) json.get(), facts);
    return new Definition(List.of(), Advice.on(facts, now), Optional.of(draft));
  }

  private static Definition refused(Faults faults) {
    return new Definition(faults.texts(), List.of(), Optional.empty());
  }

  private static Optional<Json> parse(byte[] file, Faults faults) {
    try {
      if (file.length > LIMITS.bytes()) {
        throw new DecodingException(
            "", "at most " + LIMITS.bytes() + " bytes", file.length + " bytes");
      }
      String text = Utf8.decode(file);
      if (text.stripLeading().startsWith("{")) {
        Json json = JsonParser.parse(file, LIMITS);
        YamlText.locate(text, LIMITS, faults);
        return Optional.of(json);
      }
      return YamlText.read(text, LIMITS, faults);
    } catch (DecodingException e) {
      faults.add(e);
      return Optional.empty();
    }
  }

  private static Json.Obj withSeconds(Json.Obj json, Facts facts) {
    Map<String, Json> members = new LinkedHashMap<>(json.members());
    members.put("opens", new Json.Int(facts.opens()));
    members.put("closes", new Json.Int(facts.closes()));
    return new Json.Obj(members);
  }
}
