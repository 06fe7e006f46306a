package org.psephos.tally.auditlog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * One administrative act, done or refused. Never a secret, never a ballot.
 *
 * <p>A line of the log is the canonical JSON of all members with {@code hash}: the SHA-256 of the
 * canonical JSON without it. Control characters can only occur escaped.
 *
 * @param number the place in the log, from 0
 * @param previous the hash of the entry before; {@link #BEGINNING} for the first
 * @param time when, in Unix seconds of the service's clock
 * @param role as what somebody acted, such as {@code official}
 * @param who who that was: the name of an account, or the role with a number
 * @param action what was done, or tried
 * @param election in which election, if in one
 * @param refused why it was not done: the code of the problem; empty if it was done
 */
public record AuditEntry(
    long number,
    Digest previous,
    long time,
    String role,
    String who,
    String action,
    Optional<String> election,
    Optional<String> refused) {

  /** What the first entry names as the one before. */
  public static final Digest BEGINNING = Digest.sha256("psephos/audit-log/1");

  /** The longest line in bytes. */
  public static final int LARGEST = 8192;

  private static final Limits LIMITS = new Limits(LARGEST, 2, 1000);
  private static final int LONGEST = 1000;
  private static final String HASH = "hash";

  public AuditEntry {
    requireNonNull(previous, "previous is null");
    if (number < 0
        || number > CanonicalJson.LARGEST
        || (number == 0) != previous.equals(BEGINNING)) {
      throw new IllegalArgumentException("the first entry, and no other, names the beginning");
    }
    if (time < 0 || time > CanonicalJson.LARGEST) {
      throw new IllegalArgumentException("time is out of range");
    }
    requireText("role", role);
    requireText("who", who);
    requireText("action", action);
    election.ifPresent(text -> requireText("election", text));
    refused.ifPresent(text -> requireText("refused", text));
  }

  private static void requireText(String name, String text) {
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf(0x7f) >= 0) {
      throw new IllegalArgumentException(name + " is empty, too long or holds U+007F");
    }
  }

  /** SHA-256 of the entry without its hash. */
  public Digest hash() {
    return Digest.sha256(CanonicalJson.encode(members().build()));
  }

  /** The line in the log, without the line feed. */
  public byte[] encode() {
    return CanonicalJson.encode(members().and(HASH, hash().hex()).build());
  }

  private Json.Builder members() {
    Json.Builder members =
        Json.Obj.with("action", action)
            .and("number", number)
            .and("previous", previous.hex())
            .and("role", role)
            .and("time", time)
            .and("who", who);
    election.ifPresent(uuid -> members.and("election", uuid));
    refused.ifPresent(code -> members.and("refused", code));
    return members;
  }

  /**
   * Reads a line.
   *
   * @throws DecodingException if it is not the one spelling of an entry, or its hash is not its own
   */
  public static AuditEntry decode(byte[] line) throws DecodingException {
    JsonFields fields = JsonFields.of(CanonicalJson.parse(line, LIMITS));
    String action = fields.text("action");
    Optional<String> election = fields.optional("election", JsonFields::text);
    Digest hash = fields.required(HASH, AuditEntry::digest);
    long number = fields.number("number");
    Digest previous = fields.required("previous", AuditEntry::digest);
    Optional<String> refused = fields.optional("refused", JsonFields::text);
    String role = fields.text("role");
    long time = fields.number("time");
    String who = fields.text("who");
    fields.end();
    AuditEntry entry;
    try {
      entry = new AuditEntry(number, previous, time, role, who, action, election, refused);
    } catch (IllegalArgumentException e) {
      throw new DecodingException("", "members in range: " + e.getMessage(), "others");
    }
    if (!entry.hash().equals(hash)) {
      throw new DecodingException(HASH, entry.hash().hex(), hash.hex());
    }
    return entry;
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }
}
