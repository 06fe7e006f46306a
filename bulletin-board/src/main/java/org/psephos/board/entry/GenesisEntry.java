package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.board.note.KeyType;
import org.psephos.board.note.VerifierKey;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.group.Groups;

/**
 * Entry 0: which election this board belongs to and which key signs it.
 *
 * @param group one of {@link Groups#names()}
 * @param log the log's verification key as a note's vkey, {@code name+hash+key}; the name is the
 *     origin of every checkpoint
 * @param mode whether it counts
 * @param time Unix seconds
 * @param uuid 14 to 64 characters of base58
 */
public record GenesisEntry(String group, String log, Mode mode, long time, String uuid)
    implements TimedEntry {

  private static final int VERSION = 1;

  public GenesisEntry {
    requireNonNull(mode, "mode is null");
    Ranges.time(time);
    Ranges.uuid(uuid);
    if (!Groups.names().contains(group)) {
      throw new IllegalArgumentException("group is none of " + Groups.names());
    }
    key(log);
  }

  private static VerifierKey key(String log) {
    try {
      VerifierKey key = VerifierKey.parse(log);
      if (key.type() == KeyType.ED25519 && key.toString().equals(log)) {
        return key;
      }
      throw new IllegalArgumentException("log is not an Ed25519 key in its one spelling");
    } catch (DecodingException e) {
      throw new IllegalArgumentException("log is not a verification key: " + e.getMessage(), e);
    }
  }

  /** The key that signs this board's checkpoints. */
  public VerifierKey key() {
    return key(log);
  }

  /** The origin of this board's checkpoints: the name in {@link #log}. */
  public String origin() {
    return key().name();
  }

  @Override
  public EntryType type() {
    return EntryType.GENESIS;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("group", group)
        .and("log", log)
        .and("mode", mode.wireName())
        .and("time", time)
        .and("type", type().wireName())
        .and("uuid", uuid)
        .and("version", VERSION)
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
