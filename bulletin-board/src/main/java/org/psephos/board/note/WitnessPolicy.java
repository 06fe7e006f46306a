package org.psephos.board.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.psephos.crypto.codec.DecodingException;

/**
 * Whose signatures make a checkpoint good (C2SP tlog-policy): one of the logs, and a quorum of
 * witnesses. It is the reader's own file; a policy that the server hands out proves nothing.
 * Immutable.
 */
public final class WitnessPolicy {

  /** The name that asks for no witness. */
  static final String NONE = "none";

  /** A log whose checkpoints are believed, and where it is served. */
  public record Log(VerifierKey key, Optional<String> url) {}

  /** A witness under the name that it has in this policy, and where it takes checkpoints. */
  public record Witness(String name, VerifierKey key, Optional<String> url) {}

  /** A group that has witnessed as soon as {@code threshold} of its members have. */
  public record Group(String name, int threshold, List<String> members) {
    public Group {
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException("a threshold between 1 and the number of members");
      }
    }
  }

  private final List<Log> logs;
  private final List<Witness> witnesses;
  private final Map<String, Group> groups;
  private final String quorum;

  WitnessPolicy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = List.copyOf(witnesses);
    Map<String, Group> named = new HashMap<>();
    groups.forEach(group -> named.put(group.name(), group));
    this.groups = Map.copyOf(named);
    this.quorum = quorum;
  }

  /** Only the log's own signature: what can be asked of a board without witnesses. */
  public static WitnessPolicy logOnly(VerifierKey log) {
    Log only = new Log(requireLogKey(log), Optional.empty());
    return new WitnessPolicy(List.of(only), List.of(), List.of(), NONE);
  }

  /**
   * Reads a policy file.
   *
   * @throws DecodingException if a line is malformed, a name unknown or used twice, a key listed
   *     twice, or there is not exactly one quorum
   */
  public static WitnessPolicy parse(byte[] file) throws DecodingException {
    return PolicyParser.parse(file);
  }

  private static VerifierKey requireLogKey(VerifierKey key) {
    if (key.type() != KeyType.ED25519) {
      throw new IllegalArgumentException("a log signs with a key of type 1");
    }
    return key;
  }

  /** The same witnesses and quorum for this one log, whatever logs the file names. */
  public WitnessPolicy forLog(VerifierKey log) {
    Log only = new Log(requireLogKey(log), Optional.empty());
    return new WitnessPolicy(List.of(only), witnesses, List.copyOf(groups.values()), quorum);
  }

  public List<Log> logs() {
    return logs;
  }

  public List<Witness> witnesses() {
    return witnesses;
  }

  /** Whether at least one witness is needed. */
  public boolean needsWitnesses() {
    return !quorum.equals(NONE);
  }

  /** Whether these keys satisfy the quorum. A witness counts once, however often it signed. */
  public boolean isQuorum(Set<VerifierKey> signers) {
    return quorum.equals(NONE) || hasWitnessed(quorum, signers);
  }

  private boolean hasWitnessed(String name, Set<VerifierKey> signers) {
    Group group = groups.get(name);
    if (group == null) {
      return witnesses.stream()
          .anyMatch(witness -> witness.name().equals(name) && signers.contains(witness.key()));
    }
    long members = group.members().stream().filter(m -> hasWitnessed(m, signers)).count();
    return members >= group.threshold();
  }

  /**
   * Checks a checkpoint: no known key's line fails, a known log signed, the origin is that log's
   * name, and the witnesses are a quorum.
   */
  public NoteCheck check(SignedCheckpoint signed) {
    NoteCheck check = signed.note().check(knownKeys());
    if (!(check instanceof NoteCheck.Accepted accepted)) {
      return check;
    }
    List<VerifierKey> signedLogs = new ArrayList<>(logs.stream().map(Log::key).toList());
    signedLogs.retainAll(accepted.signers());
    if (signedLogs.isEmpty()) {
      return new NoteCheck.Refused(NoteCheck.Reason.NOT_SIGNED_BY_LOG);
    }
    String origin = signed.checkpoint().origin();
    if (signedLogs.stream().noneMatch(key -> key.name().equals(origin))) {
      return new NoteCheck.Refused(NoteCheck.Reason.OTHER_ORIGIN);
    }
    return isQuorum(accepted.signers())
        ? accepted
        : new NoteCheck.Refused(NoteCheck.Reason.QUORUM_MISSING);
  }

  private List<VerifierKey> knownKeys() {
    return Stream.concat(logs.stream().map(Log::key), witnesses.stream().map(Witness::key))
        .toList();
  }
}
