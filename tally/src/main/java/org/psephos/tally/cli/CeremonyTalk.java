package org.psephos.tally.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.words.FingerprintWords;
import org.psephos.tally.ceremony.CeremonyStep;
import org.psephos.tally.ceremony.CeremonyStep.Awaited;
import org.psephos.tally.ceremony.Membership;

/** What a member's tool says during the ceremony. Says each thing once while nothing changes. */
final class CeremonyTalk {

  private static final int WORDS_A_LINE = 4;

  private final Membership membership;
  private final List<String> names;
  private final PrintStream out;
  private String last = "";

  /**
   * Prepares to talk.
   *
   * @param names of the members in the order of their indexes, as the service gives them
   */
  CeremonyTalk(Membership membership, List<String> names, PrintStream out) {
    this.membership = membership;
    this.out = out;
    this.names = names.stream().map(Printable::escape).toList();
  }

  void welcome() {
    say(
        "You are member "
            + name(membership.index())
            + " of a group of "
            + membership.size()
            + ". Any "
            + membership.threshold()
            + " of you can open the sums together; with fewer nobody can.");
    if (membership.threshold() == 1) {
      say("Careful: each of you alone could open them.");
    }
    say("You may stop this at any time; run the same command again and it goes on.");
  }

  void sent(CeremonyStep.Send step) {
    if (step instanceof CeremonyStep.SendCertificate certificate) {
      say("Attempt " + certificate.attempt() + ". Step 1 of 4: your fresh keys are on the board.");
    } else if (step instanceof CeremonyStep.SendCommitment) {
      say("Step 2 of 4: you are committed to what you will deal.");
    } else if (step instanceof CeremonyStep.SendDealing) {
      say("Step 3 of 4: you have dealt; each member has an encrypted share in the mailbox.");
    } else if (step instanceof CeremonyStep.SendKey) {
      say("Step 4 of 4: all shares are good. Your key is in the key file, which was read back.");
    } else if (step instanceof CeremonyStep.SendComplaint complaint) {
      say(
          "Member "
              + name(complaint.against())
              + " dealt you a bad share ("
              + complaint.fault().text()
              + "). The proof is on the board, and this attempt has ended.");
      say("Talk to each other. To begin another attempt: the same command with --next-attempt.");
    }
  }

  void waits(CeremonyStep.WaitFor wait) {
    String whom = wait.members().stream().map(this::name).collect(Collectors.joining(", "));
    say("Waiting for " + what(wait.awaited()) + " of " + whom + " ...");
  }

  private static String what(Awaited awaited) {
    return switch (awaited) {
      case CERTIFICATES -> "the fresh keys";
      case COMMITMENTS -> "the commitment";
      case DEALINGS -> "the dealing";
      case SHARES -> "the share";
      case PUBLISHED_SHARES -> "the true share (the mailbox gives another than was published)";
      case VERIFICATION_KEYS -> "the finished key";
    };
  }

  void unreachable(String why) {
    say("The service does not answer (" + Printable.escape(why) + "); trying again ...");
  }

  void outOfPatience() {
    say("Nothing more happened. Nothing is lost; run the same command again to go on.");
  }

  void ended(CeremonyStep.Ended ended) {
    say("Attempt " + ended.attempt() + " has ended: " + Printable.escape(ended.reason()) + ".");
    say("To begin another attempt: the same command with --next-attempt.");
  }

  void refused(CeremonyStep.Refused refused) {
    say("Stopped: " + Printable.escape(refused.text()) + ".");
    say("Nothing was sent. Tell the other members before anybody goes on.");
  }

  void complete(CeremonyStep.Complete complete) {
    PedersenGroup group = complete.group();
    say("The key is complete. Read these words aloud together; everybody must have the same:");
    List<String> words = FingerprintWords.of(group.fingerprint(), FingerprintWords.CEREMONY);
    for (int i = 0; i < words.size(); i += WORDS_A_LINE) {
      out.println(
          "    " + String.join("  ", words.subList(i, Math.min(i + WORDS_A_LINE, words.size()))));
    }
    say("Keep the key file and its passphrase apart, both safe, and a copy of each.");
  }

  private String name(int index) {
    return index <= names.size() ? index + " (" + names.get(index - 1) + ")" : "" + index;
  }

  private void say(String text) {
    if (!text.equals(last)) {
      out.println(text);
      last = text;
    }
  }
}
