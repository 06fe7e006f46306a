package org.psephos.board.entry;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** An entry that is nothing but the hash of one object. */
public sealed interface PayloadEntry extends BoardEntry
    permits BallotEntry,
        EncryptedTallyEntry,
        PartialDecryptionEntry,
        DecryptionProofEntry,
        ResultEntry,
        AttestationEntry {

  /** The hash of the object. */
  Digest payload();

  /** What that object is. */
  ObjectKind payloadKind();

  @Override
  default List<Reference> references() {
    return List.of(new Reference(payload(), payloadKind()));
  }

  @Override
  default Json.Obj members() {
    return Json.Obj.with("payload", payload().hex()).and("type", type().wireName()).build();
  }
}
