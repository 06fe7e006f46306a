package org.psephos.board.entry;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * Anything that may stand on the board; a new kind of entry is a change to the specification. All
 * implementations are immutable and check their ranges when they are made, so that an entry that
 * exists can be written.
 *
 * <p>An entry is canonical JSON of at most {@link EntryBytes#LARGEST} bytes, and those bytes are
 * its Merkle leaf. What it refers to by hash stands beside the board as an object.
 */
public sealed interface BoardEntry
    permits TimedEntry, PayloadEntry, CeremonyEntry, ReadyEntry, SetupEntry {

  /** The kind of this entry. */
  EntryType type();

  /** The members of this entry, {@code type} included, in any order. */
  Json.Obj members();

  /** The objects that this entry names itself, in the order in which a bundle holds them. */
  List<Reference> references();

  /** The bytes of the Merkle leaf. */
  default EntryBytes encode() {
    return EntryBytes.of(CanonicalJson.encode(members()));
  }

  /** What identifies a submission: the SHA-256 of the entry's bytes. */
  default Digest ident() {
    return encode().ident();
  }

  /**
   * Reads an entry. Checks the form only; what may follow what is another matter.
   *
   * @throws DecodingException if the bytes are not exactly the one spelling of a known entry
   */
  static BoardEntry decode(EntryBytes bytes) throws DecodingException {
    return EntryDecoder.decode(bytes);
  }
}
