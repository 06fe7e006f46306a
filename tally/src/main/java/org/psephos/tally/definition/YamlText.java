package org.psephos.tally.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Limits;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML 1.2 that says nothing but JSON: mappings, sequences, texts, whole numbers,
 * {@code true} and {@code false}. Tags, anchors, aliases, directives, a second document, null and
 * every other kind of number are faults, since they would be somebody's surprise.
 */
final class YamlText {

  private static final Pattern WHOLE = Pattern.compile("-?[1-9][0-9]{0,17}|0");
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern BOOLEAN = Pattern.compile("True|TRUE|False|FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|0[xo][0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private final Iterator<Event> events;
  private final Limits limits;
  private final Faults faults;

  private YamlText(Iterator<Event> events, Limits limits, Faults faults) {
    this.events = events;
    this.limits = limits;
    this.faults = faults;
  }

  /**
   * Notes in {@code faults} where the values of a JSON document stand, as far as it reads as YAML,
   * which mostly contains JSON; nothing else.
   */
  static void locate(String json, Limits limits, Faults faults) {
    Faults scratch = new Faults();
    read(json, limits, scratch);
    faults.takePlaces(scratch);
  }

  /**
   * Reads one document and notes in {@code faults} where its values stand and what is wrong with
   * its form; with a fault, the value is not to be used. Empty if nothing could be read.
   */
  static Optional<Json> read(String text, Limits limits, Faults faults) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("definition")
            .setUseMarks(true)
            .setCodePointLimit(limits.bytes())
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      return Optional.of(new YamlText(events, limits, faults).document());
    } catch (MarkedYamlEngineException e) {
      faults.add(
          e.getProblemMark().map(YamlText::place),
          new DecodingException("", "well-formed YAML", String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      faults.add("", "well-formed YAML", String.valueOf(e.getMessage()));
    } catch (DecodingException e) {
      faults.add(e);
    }
    return Optional.empty();
  }

  private Json document() throws DecodingException {
    events.next();
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent document)) {
      throw new DecodingException("", "a definition", "an empty file");
    }
    if (document.getSpecVersion().isPresent() || !document.getTags().isEmpty()) {
      fault(start, "", "no directives", "one");
    }
    Json value = value(events.next(), "", 0);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      fault(after, "", "one document", "another one");
    }
    return value;
  }

  private Json value(Event event, String path, int depth) throws DecodingException {
    if (depth > limits.depth()) {
      throw new DecodingException(
          Reason.TOO_LARGE, path, "nesting of at most " + limits.depth(), "deeper nesting");
    }
    event.getStartMark().ifPresent(mark -> faults.locate(path, place(mark)));
    if (event instanceof AliasEvent) {
      fault(event, path, "no alias (*name)", "one");
      return new Json.Text("");
    }
    if (((NodeEvent) event).getAnchor().map(Anchor::getValue).isPresent()) {
      fault(event, path, "no anchor (&name)", "one");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, path);
    }
    if (((CollectionStartEvent) event).getTag().isPresent()) {
      fault(event, path, "no tag (!name)", "one");
    }
    return event instanceof MappingStartEvent ? mapping(path, depth) : sequence(path, depth);
  }

  private Json mapping(String path, int depth) throws DecodingException {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      String key = key(event, path);
      String inner = path.isEmpty() ? key : path + "." + key;
      event.getStartMark().ifPresent(mark -> faults.locate(inner, place(mark)));
      if (members.put(key, value(events.next(), inner, depth + 1)) != null) {
        fault(event, inner, "each member once", "it again");
      }
    }
    return new Json.Obj(members);
  }

  /** A key is a text, whatever it looks like: {@code no:} is Norwegian. */
  private String key(Event event, String path) throws DecodingException {
    if (event instanceof ScalarEvent scalar
        && scalar.getTag().isEmpty()
        && scalar.getAnchor().isEmpty()) {
      return bounded(scalar, path);
    }
    throw new DecodingException(
        path, "names of members that are plain text", "another kind of key" + at(event));
  }

  private static String at(Event event) {
    return event.getStartMark().map(mark -> " at " + place(mark)).orElse("");
  }

  private Json sequence(String path, int depth) throws DecodingException {
    List<Json> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(value(event, path + "[" + items.size() + "]", depth + 1));
    }
    return new Json.Arr(items);
  }

  private Json scalar(ScalarEvent scalar, String path) throws DecodingException {
    String text = bounded(scalar, path);
    if (scalar.getTag().isPresent()) {
      fault(scalar, path, "no tag (!name)", "one");
    } else if (scalar.isPlain()) {
      return plain(scalar, path, text);
    }
    return new Json.Text(text);
  }

  private Json plain(ScalarEvent scalar, String path, String text) {
    if (WHOLE.matcher(text).matches()) {
      return new Json.Int(Long.parseLong(text));
    }
    if (text.equals("true") || text.equals("false")) {
      return new Json.Bool(text.equals("true"));
    }
    if (NULL.matcher(text).matches()) {
      fault(scalar, path, "a value; an empty text is written \"\"", "nothing");
    } else if (BOOLEAN.matcher(text).matches()) {
      fault(scalar, path, "true or false in small letters, or a text in quotes", text);
    } else if (NUMBER.matcher(text).matches()) {
      fault(scalar, path, "a whole number of at most 18 digits, or a text in quotes", text);
    }
    return new Json.Text(text);
  }

  private String bounded(ScalarEvent scalar, String path) throws DecodingException {
    String text = scalar.getValue();
    if (text.length() > limits.text()) {
      throw new DecodingException(
          Reason.TOO_LARGE, path, "at most " + limits.text() + " characters", text);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new DecodingException(path, "well-formed Unicode", "an unpaired surrogate");
    }
    return text;
  }

  private void fault(Event event, String path, String expected, String found) {
    faults.add(
        event.getStartMark().map(YamlText::place), new DecodingException(path, expected, found));
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
