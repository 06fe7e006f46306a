package org.psephos.board.order;

import static org.psephos.board.entry.EntryType.AMENDMENT;
import static org.psephos.board.entry.EntryType.ATTESTATION;
import static org.psephos.board.entry.EntryType.BALLOT;
import static org.psephos.board.entry.EntryType.CANCEL;
import static org.psephos.board.entry.EntryType.CEREMONY;
import static org.psephos.board.entry.EntryType.DECRYPTION_PROOF;
import static org.psephos.board.entry.EntryType.ENCRYPTED_TALLY;
import static org.psephos.board.entry.EntryType.END_BALLOTS;
import static org.psephos.board.entry.EntryType.GENESIS;
import static org.psephos.board.entry.EntryType.PARTIAL_DECRYPTION;
import static org.psephos.board.entry.EntryType.SETUP;

import java.util.EnumSet;
import java.util.Set;
import org.psephos.board.entry.EntryType;

/** Which kinds of entries may come next in each phase. */
final class Grammar {

  private Grammar() {}

  static Set<EntryType> next(Phase phase) {
    return switch (phase) {
      case DRAFT -> EnumSet.of(GENESIS);
      case KEYS -> EnumSet.of(CEREMONY, SETUP, CANCEL);
      case READY -> EnumSet.of(EntryType.READY, EntryType.OPEN, CANCEL, ATTESTATION);
      case OPEN -> EnumSet.of(BALLOT, AMENDMENT, END_BALLOTS, CANCEL, ATTESTATION);
      case CLOSED -> EnumSet.of(ENCRYPTED_TALLY, CANCEL, ATTESTATION);
      case TALLYING ->
          EnumSet.of(PARTIAL_DECRYPTION, DECRYPTION_PROOF, EntryType.RESULT, CANCEL, ATTESTATION);
      case RESULT, CANCELLED -> EnumSet.of(ATTESTATION);
    };
  }
}
