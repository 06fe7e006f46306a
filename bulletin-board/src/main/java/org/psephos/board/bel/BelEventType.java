package org.psephos.board.bel;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;

/** The kinds of events in an archive, by the name that stands in the event. */
public enum BelEventType {
  SETUP("Setup"),
  BALLOT("Ballot"),
  END_BALLOTS("EndBallots"),
  ENCRYPTED_TALLY("EncryptedTally"),
  SHUFFLE("Shuffle"),
  END_SHUFFLES("EndShuffles"),
  PARTIAL_DECRYPTION("PartialDecryption"),
  RESULT("Result");

  private final String name;

  BelEventType(String name) {
    this.name = name;
  }

  /** The value of the member {@code type}. */
  public String wireName() {
    return name;
  }

  /** Whether an event of this kind refers to data. */
  public boolean hasPayload() {
    return this != END_BALLOTS && this != END_SHUFFLES;
  }

  /**
   * Whether an event of this kind may stand right behind that one; behind nothing, at the start.
   */
  public boolean mayFollow(Optional<BelEventType> previous) {
    if (previous.isEmpty()) {
      return this == SETUP;
    }
    BelEventType before = previous.get();
    return switch (this) {
      case SETUP -> false;
      case BALLOT, END_BALLOTS -> before == SETUP || before == BALLOT;
      case ENCRYPTED_TALLY -> before == END_BALLOTS;
      case SHUFFLE, END_SHUFFLES -> before == ENCRYPTED_TALLY || before == SHUFFLE;
      case PARTIAL_DECRYPTION ->
          before == ENCRYPTED_TALLY || before == END_SHUFFLES || before == PARTIAL_DECRYPTION;
      case RESULT -> before == PARTIAL_DECRYPTION;
    };
  }

  /**
   * The kind of that name.
   *
   * @throws DecodingException if there is none
   */
  public static BelEventType named(String name) throws DecodingException {
    for (BelEventType type : values()) {
      if (type.name.equals(name)) {
        return type;
      }
    }
    throw new DecodingException("", "a known type of event", name);
  }
}
