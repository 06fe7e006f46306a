package org.psephos.tally.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.entry.Mode;
import org.psephos.board.entry.ReadyEntry;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.TextDefinition;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;

/**
 * Looks at every member of a definition and notes all that the service would refuse, other than
 * what depends on what the service holds. The service has the last word; a test shows that both
 * take the same.
 */
final class DraftCheck {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WAIVER = 1000;
  private static final String MEMBERS =
      "uuid, mode, group, languages, default_language, questions, trustees, threshold_group, opens,"
          + " closes, minimum_ballots, rehearsal, two_officials or schedule";

  private final Faults faults;

  DraftCheck(Faults faults) {
    this.faults = faults;
  }

  /** What is known of the definition; of use only if no fault was noted. */
  Facts check(Json json) {
    Optional<Probe> object = Probe.of("", json, faults);
    return object.map(this::check).orElse(null);
  }

  private Facts check(Probe draft) {
    draft.optional("uuid", value -> ElectionId.decode(JsonFields.text(value)));
    Optional<Mode> mode = draft.required("mode", value -> Mode.named(JsonFields.text(value)));
    draft.required("group", DraftCheck::group);
    List<Integer> answers = questions(draft);
    SortedMap<String, TextDefinition> texts = languages(draft, answers);
    String language = draft.text("default_language").orElse("");
    requireDefault(draft, language);
    List<String> trustees = trustees(draft);
    Optional<Facts.Group> group = group(draft, trustees.size());
    Optional<Long> opens = draft.required("opens", Times::seconds);
    Optional<Long> closes = draft.required("closes", Times::seconds);
    requireOrder(opens, closes);
    OptionalLong least = draft.number("minimum_ballots", 0, Rules.MOST_VOTERS);
    Optional<Boolean> waived = rehearsal(draft);
    requireConduct(draft);
    draft.end(MEMBERS);
    return new Facts(
        mode.orElse(Mode.REHEARSAL),
        texts,
        language,
        trustees,
        group,
        opens.orElse(0L),
        closes.orElse(0L),
        least.orElse(0),
        waived);
  }

  private List<Integer> questions(Probe draft) {
    int before = faults.size();
    List<Integer> answers = new ArrayList<>();
    for (Probe question : draft.objects("questions", Election.MAX_QUESTIONS)) {
      OptionalLong count = question.number("answers", 1, Question.MAX_ANSWERS);
      long most = count.orElse(Question.MAX_ANSWERS);
      OptionalLong max = question.number("max", 1, most);
      question.number("min", 0, max.orElse(most));
      question.flag("blank");
      question.end("answers, min, max or blank");
      answers.add((int) most);
    }
    return faults.size() == before ? answers : List.of();
  }

  private SortedMap<String, TextDefinition> languages(Probe draft, List<Integer> answers) {
    LanguagesCheck check = new LanguagesCheck(faults, answers);
    return draft.required("languages", value -> value).map(check::check).orElseGet(TreeMap::new);
  }

  private void requireDefault(Probe draft, String language) {
    Optional<Json> all = draft.optional("languages", value -> value);
    if (draft.has("default_language")
        && all.isPresent()
        && all.get() instanceof Json.Obj texts
        && !texts.members().containsKey(language)) {
      faults.add("default_language", "one of languages: " + texts.members().keySet(), language);
    }
  }

  private List<String> trustees(Probe draft) {
    List<Json> items = draft.items("trustees", ReadyEntry.MOST_TRUSTEES);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "trustees[" + i + "]";
      names.add(Probe.decode(path, items.get(i), faults, DraftCheck::name).orElse(""));
    }
    return names;
  }

  private static String group(Json value) throws DecodingException {
    String name = JsonFields.text(value);
    try {
      return Groups.named(name).name();
    } catch (DecodingException e) {
      throw new DecodingException("", e.expected(), name);
    }
  }

  private static String name(Json value) throws DecodingException {
    String name = JsonFields.text(value);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new DecodingException("", "a name of 1 to " + LONGEST_NAME + " characters", name);
    }
    return name;
  }

  private Optional<Facts.Group> group(Probe draft, int trustees) {
    Optional<Probe> group =
        draft
            .optional("threshold_group", value -> value)
            .flatMap(value -> Probe.of("threshold_group", value, faults));
    if (group.isEmpty()) {
      return Optional.empty();
    }
    int most = trustees == 0 ? ReadyEntry.MOST_TRUSTEES : trustees;
    OptionalLong size = group.get().number("size", 1, most);
    OptionalLong threshold = group.get().number("threshold", 1, size.orElse(most));
    group.get().end("size or threshold");
    return size.isPresent() && threshold.isPresent()
        ? Optional.of(new Facts.Group((int) size.getAsLong(), (int) threshold.getAsLong()))
        : Optional.empty();
  }

  private void requireOrder(Optional<Long> opens, Optional<Long> closes) {
    if (opens.isPresent() && opens.get() < 0) {
      faults.add("opens", "a time from 1970 on", "" + opens.get());
    }
    if (closes.isPresent()) {
      long close = closes.get();
      if (close > CanonicalJson.LARGEST) {
        faults.add("closes", "at most " + CanonicalJson.LARGEST, "" + close);
      } else if (opens.isPresent() && close <= opens.get()) {
        faults.add("closes", "a time after opens, " + opens.get(), "" + close);
      }
    }
  }

  /** Whether there was none; nothing if that is left open. */
  private Optional<Boolean> rehearsal(Probe draft) {
    Optional<Json> value = draft.optional("rehearsal", json -> json);
    Optional<Probe> rehearsal = value.flatMap(json -> Probe.of("rehearsal", json, faults));
    if (rehearsal.isEmpty()) {
      return Optional.empty();
    }
    int before = faults.size();
    boolean waived = rehearsal.get().has("waiver");
    if (waived) {
      rehearsal.get().required("waiver", DraftCheck::line);
      rehearsal.get().end("waiver alone, or origin, root and size");
    } else {
      tallied(rehearsal.get());
    }
    if (faults.size() == before) {
      Probe.decode("rehearsal", value.get(), faults, Rehearsal::decode);
    }
    return Optional.of(waived);
  }

  private static void tallied(Probe rehearsal) {
    rehearsal.required("origin", DraftCheck::line);
    rehearsal.required("root", root -> Digest.fromHex(JsonFields.text(root)));
    rehearsal.number("size", 1, CanonicalJson.LARGEST);
    rehearsal.end("waiver alone, or origin, root and size");
  }

  private static String line(Json value) throws DecodingException {
    String text = JsonFields.text(value);
    if (text.isEmpty() || text.length() > LONGEST_WAIVER) {
      throw new DecodingException("", "1 to " + LONGEST_WAIVER + " characters", text);
    }
    return text;
  }

  private void requireConduct(Probe draft) {
    boolean two = draft.flag("two_officials");
    if (draft.flag("schedule") && two) {
      faults.add(
          "schedule",
          "not together with two_officials: nobody confirms what happens by itself",
          "both");
    }
  }
}
