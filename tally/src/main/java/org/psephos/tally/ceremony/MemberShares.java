package org.psephos.tally.ceremony;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.ceremony.ShareFault;
import org.psephos.crypto.ceremony.ShareOutcome;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.ceremony.CeremonyStep.Awaited;
import org.psephos.tally.ceremony.CeremonyStep.WaitFor;

/** The shares for one member, opened. {@link #close} wipes those that are good. */
final class MemberShares implements AutoCloseable {

  private final Dealings dealings;
  private final int to;
  private final List<ShareOutcome.Accepted> accepted = new ArrayList<>();
  private final List<Integer> missing = new ArrayList<>();
  private final List<Integer> replaced = new ArrayList<>();
  private Optional<MemberRecord.Complaint> bad = Optional.empty();

  private MemberShares(Dealings dealings, int to) {
    this.dealings = dealings;
    this.to = to;
  }

  /** Opens one share of every dealer; the member's own comes from its state. */
  static MemberShares open(
      Dealings dealings,
      int to,
      MemberState state,
      Map<Integer, SealedShare> mailbox,
      SecureRandom random) {
    MemberShares shares = new MemberShares(dealings, to);
    for (int from = 1; from <= dealings.ceremony().size(); from++) {
      SealedShare share =
          from == to ? state.record().deal().orElseThrow().shares().get(to - 1) : mailbox.get(from);
      if (share == null) {
        shares.missing.add(from);
      } else {
        shares.open(from, share, state, random);
      }
    }
    return shares;
  }

  private void open(int from, SealedShare share, MemberState state, SecureRandom random) {
    ShareOutcome outcome = dealings.open(from, to, share, state.keys());
    if (outcome instanceof ShareOutcome.Accepted good) {
      accepted.add(good);
    } else if (((ShareOutcome.Refused) outcome).fault() == ShareFault.OTHER_BYTES) {
      replaced.add(from);
    } else if (bad.isEmpty()) {
      Evidence evidence = dealings.complain(from, to, share, state.keys(), random).orElseThrow();
      bad = Optional.of(new MemberRecord.Complaint(from, evidence));
    }
  }

  /** What to say about the first dealer whose share is bad. */
  Optional<MemberRecord.Complaint> bad() {
    return bad;
  }

  /** Whom to wait for, if shares are missing or not those that were published. */
  Optional<WaitFor> awaited() {
    int attempt = dealings.ceremony().attempt();
    if (!replaced.isEmpty()) {
      return Optional.of(new WaitFor(attempt, Awaited.PUBLISHED_SHARES, replaced));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new WaitFor(attempt, Awaited.SHARES, missing));
  }

  /** The member's key, once all shares are good; the caller closes it. */
  TrusteeKeyPair combine() {
    return dealings.combine(to, accepted);
  }

  @Override
  public void close() {
    accepted.forEach(ShareOutcome.Accepted::close);
  }
}
