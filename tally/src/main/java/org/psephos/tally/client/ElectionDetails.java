package org.psephos.tally.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;

/**
 * The rest of what the service says about an election: who has done what so far. All times are Unix
 * seconds. It is the service's word, good for showing and for nothing else.
 *
 * @param closes as amended
 * @param group the last trustees, if they make one key together
 * @param ballots on the board, from opening on; a voter's later one replaces an earlier one
 */
public record ElectionDetails(
    String mode,
    String name,
    long opens,
    long closes,
    long minimumBallots,
    List<Trustee> trustees,
    Optional<Group> group,
    Optional<Ceremony> ceremony,
    Optional<Credentials> credentials,
    Optional<Long> ballots,
    List<Amendment> amendments,
    Optional<String> asked,
    Optional<String> scheduleFailure) {

  /**
   * One trustee.
   *
   * @param key whether a key of one's own is there; members of a group have none
   * @param drilled when the key last worked
   */
  public record Trustee(
      int owner,
      String name,
      boolean key,
      boolean ready,
      boolean decrypted,
      Optional<Long> drilled) {

    private static Trustee read(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      return new Trustee(
          (int) within(fields.number("owner"), "owner"),
          fields.text("name"),
          fields.has("key"),
          fields.required("ready", ElectionDetails::bool),
          fields.required("decrypted", ElectionDetails::bool),
          fields.optional("drilled", JsonFields::number));
    }
  }

  /** A group of trustees, of whom {@code threshold} suffice. */
  public record Group(int size, int threshold) {

    private static Group read(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      return new Group(
          (int) within(fields.number("size"), "size"),
          (int) within(fields.number("threshold"), "threshold"));
    }
  }

  /**
   * The last attempt of the key ceremony.
   *
   * @param status UNDER_WAY, COMPLETE or ENDED
   * @param step CERTIFICATES, COMMITMENTS, DEALINGS or VERIFICATION_KEYS
   * @param missing the indexes of the members that it waits for
   */
  public record Ceremony(long attempt, String status, String step, List<Long> missing) {
    public Ceremony {
      missing = List.copyOf(missing);
    }

    private static Ceremony read(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      return new Ceremony(
          fields.number("attempt"),
          fields.text("status"),
          fields.text("step"),
          fields.list("missing", JsonFields::number));
    }
  }

  /** The list of credentials that counts, and whether the registrar said that it is right. */
  public record Credentials(long count, boolean ready) {

    private static Credentials read(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      return new Credentials(
          fields.number("count"), fields.required("ready", ElectionDetails::bool));
    }
  }

  /** A later closing time, or a notice by language. */
  public record Amendment(long time, Optional<Long> closes, Map<String, String> notice) {
    public Amendment {
      notice = Map.copyOf(notice);
    }

    private static Amendment read(Json json) throws DecodingException {
      JsonFields fields = JsonFields.of(json);
      return new Amendment(
          fields.number("time"),
          fields.optional("closes", JsonFields::number),
          fields.optional("notice", ElectionDetails::texts).orElse(Map.of()));
    }
  }

  public ElectionDetails {
    if (group.isPresent() && group.get().size() > trustees.size()) {
      throw new IllegalArgumentException("more members of the group than trustees");
    }
    trustees = List.copyOf(trustees);
    amendments = List.copyOf(amendments);
  }

  /**
   * Reads the service's status object; members that are not known are passed over.
   *
   * @throws DecodingException if a member is missing or makes no sense
   */
  public static ElectionDetails read(Json status) throws DecodingException {
    JsonFields fields = JsonFields.of(status);
    try {
      return read(fields);
    } catch (IllegalArgumentException e) {
      throw new DecodingException("threshold_group", "at most all trustees", e.getMessage());
    }
  }

  private static ElectionDetails read(JsonFields fields) throws DecodingException {
    return new ElectionDetails(
        fields.text("mode"),
        fields.text("name"),
        fields.number("opens"),
        fields.number("closes"),
        fields.number("minimum_ballots"),
        fields.list("trustees", Trustee::read),
        fields.optional("threshold_group", Group::read),
        fields.optional("ceremony", Ceremony::read),
        fields.optional("credentials", Credentials::read),
        fields.optional("ballots", JsonFields::number),
        fields.has("amendments") ? fields.list("amendments", Amendment::read) : List.of(),
        fields.optional("asked", asked -> JsonFields.of(asked).text("action")),
        fields.optional("schedule_failure", JsonFields::text));
  }

  /** How many trustees hold a key alone; they come first. */
  public int alone() {
    return trustees.size() - group.map(Group::size).orElse(0);
  }

  /** Whether those who have decrypted can together open the sums. */
  public boolean isDecrypted() {
    boolean singles = trustees.subList(0, alone()).stream().allMatch(Trustee::decrypted);
    long members =
        trustees.subList(alone(), trustees.size()).stream().filter(Trustee::decrypted).count();
    return singles && group.map(g -> members >= g.threshold()).orElse(true);
  }

  /** Whether a trustee's key, or that of the group that it is in, is finished. */
  public boolean hasKey(Trustee trustee) {
    return trustee.owner() <= alone()
        ? trustee.key()
        : ceremony.map(c -> c.status().equals("COMPLETE")).orElse(false);
  }

  private static long within(long number, String name) throws DecodingException {
    if (number < 1 || number > 1000) {
      throw new DecodingException(name, "1 to 1000", "" + number);
    }
    return number;
  }

  private static boolean bool(Json json) throws DecodingException {
    if (json instanceof Json.Bool bool) {
      return bool.value();
    }
    throw new DecodingException("", "true or false", "something else");
  }

  private static Map<String, String> texts(Json json) throws DecodingException {
    Map<String, String> texts = new TreeMap<>();
    JsonFields fields = JsonFields.of(json);
    for (String language : ((Json.Obj) json).members().keySet()) {
      texts.put(language, fields.text(language));
    }
    return texts;
  }
}
