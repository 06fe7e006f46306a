package org.psephos.board.entry;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.AmendmentEntry.Booth;
import org.psephos.board.entry.AmendmentEntry.Change;
import org.psephos.board.entry.AmendmentEntry.Closes;
import org.psephos.board.entry.AmendmentEntry.Notice;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/** Reads board entries; unknown types, kinds, roles and members are refused. */
final class EntryDecoder {

  private final JsonFields fields;

  private EntryDecoder(JsonFields fields) {
    this.fields = fields;
  }

  static BoardEntry decode(EntryBytes bytes) throws DecodingException {
    Json json = CanonicalJson.parse(bytes.toByteArray(), Limits.ENTRY);
    EntryDecoder decoder = new EntryDecoder(JsonFields.of(json));
    BoardEntry entry = decoder.entry();
    decoder.fields.end();
    return entry;
  }

  private BoardEntry entry() throws DecodingException {
    EntryType type = fields.required("type", value -> EntryType.named(JsonFields.text(value)));
    return switch (type) {
      case GENESIS -> genesis();
      case CEREMONY -> ceremony();
      case SETUP -> new SetupEntry(hash("manifest"), payload());
      case READY -> ready();
      case OPEN -> timed(OpenEntry::new);
      case BALLOT -> new BallotEntry(payload());
      case AMENDMENT -> amendment();
      case END_BALLOTS -> timed(EndBallotsEntry::new);
      case ENCRYPTED_TALLY -> new EncryptedTallyEntry(payload());
      case PARTIAL_DECRYPTION -> new PartialDecryptionEntry(payload());
      case DECRYPTION_PROOF -> new DecryptionProofEntry(payload());
      case RESULT -> new ResultEntry(payload());
      case CANCEL -> cancel();
      case ATTESTATION -> new AttestationEntry(payload());
    };
  }

  private GenesisEntry genesis() throws DecodingException {
    String group = fields.text("group");
    String log = fields.text("log");
    Mode mode = fields.required("mode", value -> Mode.named(JsonFields.text(value)));
    long time = fields.number("time");
    String uuid = fields.text("uuid");
    if (fields.number("version") != 1) {
      throw new DecodingException("version", "1", "another version");
    }
    return Checked.from(() -> new GenesisEntry(group, log, mode, time, uuid));
  }

  private CeremonyEntry ceremony() throws DecodingException {
    return new CeremonyDecoder(fields).entry();
  }

  private ReadyEntry ready() throws DecodingException {
    String role = fields.text("role");
    Digest payload = payload();
    return switch (role) {
      case TrusteeReadyEntry.ROLE -> {
        long owner = fields.number("owner");
        yield Checked.from(() -> new TrusteeReadyEntry(Math.toIntExact(owner), payload));
      }
      case RegistrarReadyEntry.ROLE -> new RegistrarReadyEntry(payload);
      default -> throw new DecodingException("role", "trustee or registrar", role);
    };
  }

  private AmendmentEntry amendment() throws DecodingException {
    List<Change> changes = new ArrayList<>();
    fields.optional("booth", Checked::hash).map(Booth::new).ifPresent(changes::add);
    fields.optional("closes", JsonFields::number).map(Closes::new).ifPresent(changes::add);
    fields.optional("notice", Checked::hash).map(Notice::new).ifPresent(changes::add);
    if (changes.size() != 1) {
      throw new DecodingException(
          "", "exactly one of booth, closes and notice", changes.size() + " of them");
    }
    return timed(time -> new AmendmentEntry(changes.get(0), time));
  }

  private CancelEntry cancel() throws DecodingException {
    Digest payload = payload();
    return timed(time -> new CancelEntry(payload, time));
  }

  private interface Timed<T> {
    T at(long time);
  }

  private <T> T timed(Timed<T> entry) throws DecodingException {
    long time = fields.number("time");
    return Checked.from(() -> entry.at(time));
  }

  private Digest payload() throws DecodingException {
    return hash("payload");
  }

  private Digest hash(String name) throws DecodingException {
    return fields.required(name, Checked::hash);
  }
}
