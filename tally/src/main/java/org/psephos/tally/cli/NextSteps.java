package org.psephos.tally.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.psephos.tally.client.ElectionDetails;
import org.psephos.tally.client.ElectionDetails.Credentials;
import org.psephos.tally.client.ElectionDetails.Trustee;
import org.psephos.tally.client.ElectionStatus;

/** What to do next, as command lines for whoever has to do it. */
final class NextSteps {

  private final ElectionStatus status;
  private final ElectionDetails details;
  private final String address;
  private final long now;
  private final List<String> steps = new ArrayList<>();

  private NextSteps(ElectionStatus status, ElectionDetails details, String address, long now) {
    this.status = status;
    this.details = details;
    this.address = address;
    this.now = now;
  }

  /**
   * One line for each step that can be done.
   *
   * @param address of the election, without a secret
   * @param now Unix seconds
   */
  static List<String> of(ElectionStatus status, ElectionDetails details, String address, long now) {
    NextSteps next = new NextSteps(status, details, address, now);
    next.find();
    return next.steps;
  }

  private void find() {
    switch (status.state()) {
      case "DRAFT" -> official("backup", " --where \"WHO KEEPS THE LOG KEY, AND WHERE\"");
      case "KEYS" -> keys();
      case "READY" -> ready();
      case "OPEN" -> open();
      case "CLOSED" -> steps.add("wait until the service has summed the ballots");
      case "TALLYING" -> tallying();
      case "RESULT" -> result();
      default -> steps.add("nothing is left to do");
    }
  }

  private void official(String command, String more) {
    steps.add("./psephos official " + command + " " + address + " --token-file FILE" + more);
  }

  private void keys() {
    boolean ended = details.ceremony().map(c -> c.status().equals("ENDED")).orElse(false);
    trustees("join", trustee -> !details.hasKey(trustee), trustee -> ended && isMember(trustee));
    if (details.credentials().isEmpty()) {
      steps.add(
          "./psephos registrar credentials --link-file registrar.link --voters voters.csv --out"
              + " registrar");
    }
    if (steps.isEmpty()) {
      official("freeze", "");
    }
  }

  private boolean isMember(Trustee trustee) {
    return trustee.owner() > details.alone();
  }

  private void ready() {
    trustees("ready", trustee -> !trustee.ready(), trustee -> false);
    if (!details.credentials().map(Credentials::ready).orElse(false)) {
      steps.add("./psephos registrar ready --link-file registrar.link --dir registrar");
    }
    if (steps.isEmpty()) {
      from(details.opens());
      official("open", "");
    }
  }

  private void open() {
    trustees("drill", trustee -> trustee.drilled().isEmpty(), trustee -> false);
    from(details.closes());
    official("close", "");
  }

  private void tallying() {
    if (details.isDecrypted()) {
      official("publish", "");
    } else {
      trustees("decrypt", trustee -> !trustee.decrypted(), trustee -> false);
    }
  }

  private void result() {
    steps.add("./psephos official export " + address + " --out record");
    Optional<String> fingerprint =
        status.fingerprint().map(f -> " --expect-fingerprint " + f.base64());
    steps.add("./psephos verify record/election.bundle.tar" + fingerprint.orElse(""));
  }

  private void from(long time) {
    if (now < time) {
      steps.add("from " + StatusWords.time(time) + " on:");
    }
  }

  private void trustees(
      String command, Predicate<Trustee> missing, Predicate<Trustee> nextAttempt) {
    for (Trustee trustee : details.trustees()) {
      if (missing.test(trustee)) {
        String file = "trustee-" + trustee.owner();
        steps.add(
            "./psephos trustee "
                + (command + " --link-file " + file + ".link --key-file " + file + ".key")
                + (nextAttempt.test(trustee) ? " --next-attempt" : ""));
      }
    }
  }
}
