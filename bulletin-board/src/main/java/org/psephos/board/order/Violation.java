package org.psephos.board.order;

import static java.util.Objects.requireNonNull;

import org.psephos.board.entry.EntryType;

/**
 * An entry that must not stand where it stands.
 *
 * @param index its place on the board, from 0
 * @param expected what the rule asks for
 * @param found what is there instead
 */
public record Violation(Rule rule, long index, EntryType type, String expected, String found)
    implements Step {

  /** The rules of order, in the order in which they are looked at. */
  public enum Rule {
    /** A partial decryption is followed at once by its proof. */
    PROOF_MISSING,
    /** Each kind of entry has its phases. */
    OUT_OF_ORDER,
    /** Times never decrease. */
    TIME_DECREASES,
    /** An attempt is numbered and begun after the one before has ended; nothing follows its end. */
    OTHER_ATTEMPT,
    /** All certificates of an attempt agree on its size and threshold. */
    OTHER_PARAMETERS,
    /** Members are numbered from 1 to the size of their attempt. */
    UNKNOWN_MEMBER,
    /** A step of an attempt waits for all members to do the one before. */
    STEP_NOT_BEGUN,
    /** Setup waits until no attempt is under way. */
    CEREMONY_UNDER_WAY,
    /** Each trustee and the registrar once, each member of an attempt once in each step. */
    REPEATED,
    /** Owners are numbered from 1 to the number of trustees. */
    UNKNOWN_OWNER,
    /** A proof is by the owner of the partial decryption before it. */
    OTHER_OWNER,
    /** Open waits for every trustee and the registrar. */
    NOT_READY,
    /** Open waits for its time. */
    OPENS_EARLY,
    /** EndBallots waits for its time, as amended. */
    CLOSES_EARLY,
    /** Closing time only moves to later. */
    NOT_LATER
  }

  public Violation {
    requireNonNull(rule, "rule is null");
    requireNonNull(type, "type is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(found, "found is null");
  }
}
