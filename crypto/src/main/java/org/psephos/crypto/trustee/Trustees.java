package org.psephos.crypto.trustee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * All trustees of an election, {@code trustees.json} (protocol §9). Immutable.
 *
 * <p>Decoding checks spelling and membership in the group. Whether the keys are sound and together
 * make the election's key is what {@link #inspect} says; nobody may rely on a list before.
 *
 * @param entries Single trustees and threshold groups, in order
 */
public record Trustees(List<Trustee> entries) {

  /** The most owners that an election may have. */
  public static final int MAX_OWNERS = 25;

  private static final Limits LIMITS = new Limits(16 << 20, 16, 200_000);

  public Trustees {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("an election has trustees");
    }
  }

  /** The trustees of an election without threshold group: all are needed. */
  public static Trustees singles(List<TrusteeKey> keys) {
    return new Trustees(keys.stream().<Trustee>map(SingleTrustee::new).toList());
  }

  /**
   * Reads the object.
   *
   * @throws DecodingException unless it is the canonical spelling of at least one trustee, all
   *     elements being members of the group
   */
  public static Trustees decode(byte[] bytes, Group group) throws DecodingException {
    Json document = JsonParser.parse(bytes, LIMITS);
    List<Trustee> entries = JsonFields.list(document, entry -> Trustee.decode(entry, group));
    int owners = entries.stream().mapToInt(entry -> entry.memberKeys().size()).sum();
    if (owners < 1 || owners > MAX_OWNERS) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "1 to " + MAX_OWNERS + " trustees", Integer.toString(owners));
    }
    Trustees trustees = new Trustees(entries);
    JsonParser.requireCanonical(bytes, trustees.toJson());
    return trustees;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return new Json.Arr(entries.stream().map(Trustee::toJson).toList());
  }

  /** The sum of all contributions: what the election's public key must be. */
  public Element electionKey() {
    Element sum = entries.get(0).contribution();
    for (Trustee entry : entries.subList(1, entries.size())) {
      sum = sum.plus(entry.contribution());
    }
    return sum;
  }

  /** Everybody who may publish a partial decryption, in order of number. */
  public List<Owner> owners() {
    List<Owner> owners = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Element> keys = entries.get(entry).memberKeys();
      for (int i = 0; i < keys.size(); i++) {
        owners.add(new Owner(owners.size() + 1, entry, i + 1, keys.get(i)));
      }
    }
    return List.copyOf(owners);
  }

  /** The owner of that number; empty if there is none. */
  public Optional<Owner> owner(long number) {
    return owners().stream().filter(owner -> owner.number() == number).findFirst();
  }

  /** True if these owners can decrypt together: every Single, and enough of every group. */
  public boolean suffices(Set<Integer> numbers) {
    List<Owner> owners = owners();
    for (int entry = 0; entry < entries.size(); entry++) {
      int wanted = entry;
      long present =
          owners.stream()
              .filter(owner -> owner.entry() == wanted && numbers.contains(owner.number()))
              .count();
      if (present < entries.get(entry).threshold()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks every key, proof and signature, that no key is the identity, repeated or cancelled by
   * another, and that together they make the election's key. The old forms of threshold groups are
   * warnings.
   *
   * @param publicKey the key in {@code election.json}
   */
  public Inspection inspect(Element publicKey) {
    return TrusteesInspection.of(this, publicKey);
  }
}
