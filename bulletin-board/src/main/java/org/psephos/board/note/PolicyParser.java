package org.psephos.board.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.text.Decimal;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;

/** Reads a policy file line by line; a name must be defined before it is used. */
final class PolicyParser {

  private static final int MAX_BYTES = 1 << 16;

  private final List<WitnessPolicy.Log> logs = new ArrayList<>();
  private final List<WitnessPolicy.Witness> witnesses = new ArrayList<>();
  private final List<WitnessPolicy.Group> groups = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private String quorum;

  private PolicyParser() {}

  static WitnessPolicy parse(byte[] file) throws DecodingException {
    if (file.length > MAX_BYTES) {
      throw new DecodingException(
          Reason.TOO_LARGE, "policy", "at most " + MAX_BYTES + " bytes", file.length + " bytes");
    }
    String text = Utf8.decode(file);
    boolean control = text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f);
    if (control || !text.endsWith("\n")) {
      throw refusal("whole lines without control characters", text);
    }
    PolicyParser parser = new PolicyParser();
    for (String line : text.lines().toList()) {
      parser.line(line);
    }
    return parser.policy();
  }

  private void line(String line) throws DecodingException {
    List<String> words = Arrays.stream(line.split("[ \t]+")).filter(w -> !w.isEmpty()).toList();
    if (words.isEmpty() || words.get(0).startsWith("#")) {
      return;
    }
    switch (words.get(0)) {
      case "log" -> log(words, line);
      case "witness" -> witness(words, line);
      case "group" -> group(words, line);
      case "quorum" -> quorum(words, line);
      default -> throw refusal("log, witness, group or quorum", line);
    }
  }

  private void log(List<String> words, String line) throws DecodingException {
    require(words.size() == 2 || words.size() == 3, "log <vkey> [<url>]", line);
    VerifierKey key = VerifierKey.parse(words.get(1));
    require(key.type() == KeyType.ED25519, "a log key of type 1", line);
    require(!isListed(key), "each key once", line);
    logs.add(new WitnessPolicy.Log(key, word(words, 2)));
  }

  private void witness(List<String> words, String line) throws DecodingException {
    require(words.size() == 3 || words.size() == 4, "witness <name> <vkey> [<url>]", line);
    VerifierKey key = VerifierKey.parse(words.get(2));
    require(key.type() == KeyType.COSIGNATURE, "a witness key of type 4", line);
    require(!isListed(key), "each key once", line);
    define(words.get(1), line);
    witnesses.add(new WitnessPolicy.Witness(words.get(1), key, word(words, 3)));
  }

  private void group(List<String> words, String line) throws DecodingException {
    require(words.size() >= 4, "group <name> any|all|<k> <member>...", line);
    List<String> names = words.subList(3, words.size());
    for (String name : names) {
      require(defined.contains(name), "a name that is defined above", line);
      require(members.add(name), "each name in one group at most", line);
    }
    long threshold =
        switch (words.get(2)) {
          case "any" -> 1;
          case "all" -> names.size();
          default -> Decimal.parse("group threshold", words.get(2));
        };
    require(threshold >= 1 && threshold <= names.size(), "a threshold that can be met", line);
    define(words.get(1), line);
    groups.add(new WitnessPolicy.Group(words.get(1), (int) threshold, names));
  }

  private void quorum(List<String> words, String line) throws DecodingException {
    require(quorum == null && words.size() == 2, "one line: quorum <name>", line);
    String name = words.get(1);
    boolean known = name.equals(WitnessPolicy.NONE) || defined.contains(name);
    require(known, "a name that is defined above", line);
    quorum = name;
  }

  private WitnessPolicy policy() throws DecodingException {
    require(quorum != null, "a quorum line", "none");
    return new WitnessPolicy(logs, witnesses, groups, quorum);
  }

  /** Also refuses a log that is its own witness. */
  private boolean isListed(VerifierKey key) {
    return logs.stream().anyMatch(log -> log.key().sharesKeyWith(key))
        || witnesses.stream().anyMatch(witness -> witness.key().sharesKeyWith(key));
  }

  private void define(String name, String line) throws DecodingException {
    require(!name.equals(WitnessPolicy.NONE) && defined.add(name), "a new name", line);
  }

  private static Optional<String> word(List<String> words, int index) {
    return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  private static void require(boolean condition, String expected, String line)
      throws DecodingException {
    if (!condition) {
      throw refusal(expected, line);
    }
  }

  private static DecodingException refusal(String expected, String line) {
    return new DecodingException("policy", expected, line);
  }
}
