package org.psephos.tally.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.psephos.crypto.codec.Printable;
import org.psephos.tally.client.ElectionDetails;
import org.psephos.tally.client.ElectionDetails.Amendment;
import org.psephos.tally.client.ElectionDetails.Ceremony;
import org.psephos.tally.client.ElectionDetails.Trustee;
import org.psephos.tally.client.ElectionStatus;

/** Says in words where an election stands. */
final class StatusWords {

  private final String state;
  private final ElectionDetails details;
  private final List<String> lines = new ArrayList<>();

  private StatusWords(String state, ElectionDetails details) {
    this.state = state;
    this.details = details;
  }

  /** The lines to print; what the service wrote is escaped. */
  static List<String> of(ElectionStatus status, ElectionDetails details) {
    StatusWords words = new StatusWords(status.state(), details);
    words.say("election: " + status.uuid());
    words.say(
        "name: " + details.name() + (details.mode().equals("election") ? "" : " (rehearsal)"));
    words.say("state: " + status.state() + meaning(status.state()));
    status.fingerprint().ifPresent(f -> words.say("fingerprint: " + f.base64()));
    words.schedule();
    words.people();
    words.voting();
    return words.lines;
  }

  private void say(String line) {
    lines.add(Printable.escape(line));
  }

  private static String meaning(String state) {
    return switch (state) {
      case "DRAFT" -> ", nothing is on a board yet";
      case "KEYS" -> ", trustees make keys and the registrar codes";
      case "READY" -> ", the definition is frozen; everyone checks it";
      case "OPEN" -> ", voting is open";
      case "CLOSED" -> ", voting is over; the service sums the ballots";
      case "TALLYING" -> ", trustees decrypt the sums";
      case "RESULT" -> ", the result is published";
      case "CANCELLED" -> ", it ended without a result";
      default -> "";
    };
  }

  private void schedule() {
    say("opens: not before " + time(details.opens()));
    say("closes: not before " + time(details.closes()));
    for (Amendment amendment : details.amendments()) {
      String when = "amended " + time(amendment.time()) + ": ";
      amendment.closes().ifPresent(closes -> say(when + "closes " + time(closes)));
      amendment.notice().forEach((language, text) -> say(when + language + ": " + text));
    }
    details.asked().ifPresent(a -> say("asked: " + a + "; another official has to confirm it"));
    details.scheduleFailure().ifPresent(reason -> say("the schedule failed: " + reason));
  }

  private void people() {
    details
        .group()
        .ifPresent(
            group ->
                say("threshold: any " + group.threshold() + " of " + group.size() + members()));
    details.ceremony().ifPresent(ceremony -> say("key ceremony: " + words(ceremony)));
    say("trustees:");
    details.trustees().forEach(trustee -> say("  " + name(trustee) + ": " + words(trustee)));
    String registrar =
        details
            .credentials()
            .map(
                list ->
                    list.count()
                        + " codes, "
                        + (list.ready() ? "ready" : isBefore("READY") ? "listed" : "not ready yet"))
            .orElse("no list of credentials yet");
    say("registrar: " + registrar);
  }

  private String members() {
    return details.alone() == 0
        ? " trustees can decrypt"
        : " members of the group can decrypt, with all who hold a key alone";
  }

  private String words(Ceremony ceremony) {
    String attempt = "attempt " + ceremony.attempt();
    return switch (ceremony.status()) {
      case "COMPLETE" -> attempt + " is complete";
      case "ENDED" -> attempt + " has ended without a key; the group has to begin another one";
      default ->
          attempt
              + ", "
              + step(ceremony.step())
              + "; waits for "
              + ceremony.missing().stream().map(this::member).collect(Collectors.joining(", "));
    };
  }

  private static String step(String step) {
    return switch (step) {
      case "CERTIFICATES" -> "step 1 of 4, fresh keys";
      case "COMMITMENTS" -> "step 2 of 4, commitments";
      case "DEALINGS" -> "step 3 of 4, dealings";
      case "VERIFICATION_KEYS" -> "step 4 of 4, finished keys";
      default -> step;
    };
  }

  private String member(long index) {
    long owner = details.alone() + index;
    return details.trustees().stream()
        .filter(trustee -> trustee.owner() == owner)
        .map(StatusWords::name)
        .findFirst()
        .orElse("member " + index);
  }

  private static String name(Trustee trustee) {
    return trustee.owner() + " (" + trustee.name() + ")";
  }

  private String words(Trustee trustee) {
    List<String> parts = new ArrayList<>();
    parts.add(details.hasKey(trustee) ? "key" : "no key yet");
    if (!isBefore("READY")) {
      parts.add(trustee.ready() ? "ready" : "not ready yet");
      parts.add(trustee.drilled().map(when -> "drilled " + time(when)).orElse("never drilled"));
    }
    if (!isBefore("TALLYING")) {
      parts.add(trustee.decrypted() ? "decrypted" : "has not decrypted");
    }
    return String.join(", ", parts);
  }

  private void voting() {
    details
        .ballots()
        .ifPresent(
            ballots ->
                say(
                    "ballots: "
                        + ballots
                        + " on the board"
                        + details
                            .credentials()
                            .map(list -> ", for " + list.count() + " codes")
                            .orElse("")
                        + "; whoever votes again replaces the earlier one"));
    if (state.equals("TALLYING")) {
      long done = details.trustees().stream().filter(Trustee::decrypted).count();
      say(
          "decrypted: "
              + done
              + " of "
              + details.trustees().size()
              + (details.isDecrypted() ? "; enough to publish" : "; not enough yet"));
    }
  }

  private boolean isBefore(String other) {
    List<String> order = List.of("DRAFT", "KEYS", "READY", "OPEN", "CLOSED", "TALLYING");
    return order.contains(state) && order.indexOf(state) < order.indexOf(other);
  }

  /** A time in UTC, or the number if it is none. */
  static String time(long seconds) {
    try {
      return Instant.ofEpochSecond(seconds).toString();
    } catch (DateTimeException e) {
      return "second " + seconds;
    }
  }
}
