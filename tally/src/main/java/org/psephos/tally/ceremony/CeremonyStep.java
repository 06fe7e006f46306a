package org.psephos.tally.ceremony;

import java.util.List;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.ShareFault;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKey;

/** What a member does next. */
public sealed interface CeremonyStep {

  /** Something for the server. It is kept already: asked again, a member answers the same bytes. */
  sealed interface Send extends CeremonyStep {}

  /** Step 1. */
  record SendCertificate(int attempt, Certificate certificate) implements Send {}

  /** Step 2. */
  record SendCommitment(int attempt, Digest commitment) implements Send {}

  /** Step 3: the dealing for the board, the shares for the mailbox. */
  record SendDealing(int attempt, Deal deal) implements Send {}

  /** Step 4: the key file is written, read back and opened. */
  record SendKey(int attempt, TrusteeKey key) implements Send {}

  /** Instead of step 4: a share was bad, and everybody will see it. The attempt ends. */
  record SendComplaint(int attempt, int against, ShareFault fault, Evidence evidence)
      implements Send {}

  /** What a member waits for. */
  enum Awaited {
    CERTIFICATES,
    COMMITMENTS,
    DEALINGS,
    /** Shares that are not in the mailbox. */
    SHARES,
    /**
     * Shares in whose place the mailbox gives other bytes than the dealer published. Nobody can
     * prove who changed them; if it stays so, only abandoning the attempt helps.
     */
    PUBLISHED_SHARES,
    VERIFICATION_KEYS
  }

  /**
   * Nothing to do until others have acted.
   *
   * @param members the indexes of those who have not
   */
  record WaitFor(int attempt, Awaited awaited, List<Integer> members) implements CeremonyStep {
    public WaitFor {
      members = List.copyOf(members);
    }
  }

  /**
   * The member does not go on: the board or a file is not as it must be. Nothing was sent and
   * nothing was changed.
   *
   * @param text what is wrong, in words; it may hold text from outside, so escape it before showing
   *     it
   */
  record Refused(Refusal refusal, String text) implements CeremonyStep {}

  /**
   * The attempt has ended. Another one begins with {@link CeremonyView#following}, if people decide
   * so.
   *
   * @param reason text from outside
   */
  record Ended(int attempt, String reason) implements CeremonyStep {}

  /** The attempt is complete, every part of it inspected, and the member holds its key. */
  record Complete(int attempt, PedersenGroup group) implements CeremonyStep {}
}
