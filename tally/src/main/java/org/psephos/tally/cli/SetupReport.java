package org.psephos.tally.cli;

import java.time.Instant;
import org.psephos.board.entry.Rules;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.tally.audit.AuditedSetup;

/** Says in words what a checked definition fixes. */
final class SetupReport {

  private final AuditedSetup setup;

  SetupReport(AuditedSetup setup) {
    this.setup = setup;
  }

  /** Prints it; {@code you} is the number of the trustee who reads it, or 0. */
  void print(int you) {
    say("The whole board was checked. This is fixed, and cannot change unnoticed:");
    say("election: " + Printable.escape(setup.election().texts().name()));
    say("mode: " + setup.board().genesis().mode().wireName());
    for (Question.Homomorphic question : setup.election().questions()) {
      say(
          "question: "
              + Printable.escape(question.question())
              + " ("
              + question.answers().size()
              + " answers)");
    }
    rules(setup.manifest().rules());
    for (Owner owner : setup.trustees().owners()) {
      say(
          "trustee "
              + owner.number()
              + ": key "
              + Digest.sha256(owner.key().encode()).base64()
              + (owner.number() == you ? " (yours)" : ""));
    }
    say("fingerprint: " + setup.fingerprint().base64());
    say("Compare the fingerprint with the one that the others see.");
  }

  private static void rules(Rules rules) {
    say("voters: " + rules.voters() + ", with " + rules.weight() + " votes");
    say("opens: not before " + Instant.ofEpochSecond(rules.opens()));
    say("closes: not before " + Instant.ofEpochSecond(rules.closes()));
    say("ballots needed before the sums are opened: " + rules.minimumBallots());
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
