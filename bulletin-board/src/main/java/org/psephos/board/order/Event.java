package org.psephos.board.order;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.crypto.codec.DecodingException;

/**
 * An entry together with what its place depends on but only its objects say: the rules and the
 * number of trustees at Setup, the owner of a partial decryption and of its proof.
 */
public final class Event {

  private final BoardEntry entry;
  private final OptionalInt owner;
  private final Optional<Definition> definition;

  private Event(BoardEntry entry, OptionalInt owner, Optional<Definition> definition) {
    this.entry = requireNonNull(entry, "entry is null");
    this.owner = owner;
    this.definition = definition;
  }

  /**
   * An entry that says everything itself.
   *
   * @throws IllegalArgumentException for Setup, PartialDecryption and DecryptionProof
   */
  public static Event of(BoardEntry entry) {
    if (entry instanceof SetupEntry
        || entry instanceof PartialDecryptionEntry
        || entry instanceof DecryptionProofEntry) {
      throw new IllegalArgumentException(entry.type() + " depends on its objects");
    }
    return new Event(
        entry,
        entry instanceof TrusteeReadyEntry ready
            ? OptionalInt.of(ready.owner())
            : OptionalInt.empty(),
        Optional.empty());
  }

  /** Setup, whose manifest holds these rules and whose trustees are so many. */
  public static Event of(SetupEntry entry, Rules rules, int trustees) {
    return new Event(entry, OptionalInt.empty(), Optional.of(new Definition(rules, trustees)));
  }

  /** A partial decryption by this owner, from 1. */
  public static Event of(PartialDecryptionEntry entry, int owner) {
    return new Event(entry, OptionalInt.of(owner), Optional.empty());
  }

  /** A decryption proof by this owner, from 1. */
  public static Event of(DecryptionProofEntry entry, int owner) {
    return new Event(entry, OptionalInt.of(owner), Optional.empty());
  }

  /**
   * Looks up in the objects what the place of the entry depends on.
   *
   * @throws DecodingException if an object that says it is missing or malformed
   */
  public static Event read(BoardEntry entry, ObjectSource objects)
      throws IOException, DecodingException {
    return new EventReader(objects).read(entry);
  }

  public BoardEntry entry() {
    return entry;
  }

  /** The trustee that this entry is from, if it is from one. */
  OptionalInt owner() {
    return owner;
  }

  Optional<Definition> definition() {
    return definition;
  }
}
