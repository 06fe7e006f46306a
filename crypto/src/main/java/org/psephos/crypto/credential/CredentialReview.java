package org.psephos.crypto.credential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * Everything that is wrong with a list of credentials which {@link CredentialList#decode} or {@link
 * CredentialList#requireOwnRules} refused, for the one who has to mend it. It is slower than they
 * are and decides nothing: a list is good only if they take it.
 *
 * @param read how many lines there are
 * @param weight the sum of the weights of the lines that are right
 * @param rejected the first {@link #SHOWN} lines that are wrong, in their order
 * @param omitted how many more are wrong
 */
public record CredentialReview(int read, long weight, List<Rejected> rejected, int omitted) {

  /** So many lines are shown; the others are counted. */
  public static final int SHOWN = 100;

  private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]{0,9}");

  /**
   * A line that is wrong.
   *
   * @param line its place in the list, from 1
   * @param reason what was expected; never what stood there
   */
  public record Rejected(int line, String reason) {}

  public CredentialReview {
    rejected = List.copyOf(rejected);
  }

  /**
   * Looks at every line, on all cores.
   *
   * @throws DecodingException if the document is no JSON array of strings
   */
  public static CredentialReview of(byte[] document, Group group) throws DecodingException {
    List<String> lines = JsonFields.list(JsonParser.parse(document, Limits.LIST), JsonFields::text);
    List<Optional<Element>> elements =
        IntStream.range(0, lines.size())
            .parallel()
            .mapToObj(line -> element(lines.get(line), group))
            .toList();
    return new Reading(lines, elements).review();
  }

  private static Optional<Element> element(String line, Group group) {
    try {
      return Optional.of(PublicKey.decodeElement(key(line), group));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  private static String key(String line) {
    int comma = line.indexOf(',');
    return comma < 0 ? line : line.substring(0, comma);
  }

  /** Goes through the lines once, remembering what stood before. */
  private static final class Reading {
    private final List<String> lines;
    private final List<Optional<Element>> elements;
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<String, Integer> lineOf = new HashMap<>();
    private Optional<Element> previous = Optional.empty();
    private int omitted;
    private long total;

    Reading(List<String> lines, List<Optional<Element>> elements) {
      this.lines = lines;
      this.elements = elements;
    }

    CredentialReview review() {
      boolean weighted = !lines.isEmpty() && lines.get(0).indexOf(',') >= 0;
      for (int line = 0; line < lines.size(); line++) {
        Optional<String> fault = fault(line, weighted);
        if (fault.isPresent()) {
          reject(line, fault.get());
        }
      }
      return new CredentialReview(lines.size(), total, rejected, omitted);
    }

    private Optional<String> fault(int line, boolean weighted) {
      String text = lines.get(line);
      Optional<Element> element = elements.get(line);
      if (line >= CredentialList.MAX_SIZE) {
        return Optional.of("at most " + CredentialList.MAX_SIZE + " credentials");
      }
      if (element.isEmpty()) {
        return Optional.of("the canonical text of a member of the group, not the identity");
      }
      Integer earlier = lineOf.putIfAbsent(key(text), line + 1);
      if (earlier != null) {
        return Optional.of("a credential once; this one is also at line " + earlier);
      }
      boolean ascending = previous.isEmpty() || previous.get().compareTo(element.get()) < 0;
      previous = element;
      if (!ascending) {
        return Optional.of("the order of the group; this one belongs before the one above it");
      }
      if (weighted != text.indexOf(',') >= 0) {
        return Optional.of("a weight on every line or on none");
      }
      return weighted ? weightFault(text.substring(text.indexOf(',') + 1)) : unweighted();
    }

    private Optional<String> unweighted() {
      total++;
      return Optional.empty();
    }

    private Optional<String> weightFault(String digits) {
      if (!WEIGHT.matcher(digits).matches()) {
        return Optional.of("a decimal weight of at least 1 without sign or leading zero");
      }
      long weight = Long.parseLong(digits);
      if (total + weight > CredentialList.MAX_TOTAL_WEIGHT) {
        return Optional.of(
            "weights of at most "
                + CredentialList.MAX_TOTAL_WEIGHT
                + " in all; this one goes beyond");
      }
      total += weight;
      return Optional.empty();
    }

    private void reject(int line, String reason) {
      if (rejected.size() < SHOWN) {
        rejected.add(new Rejected(line + 1, reason));
      } else {
        omitted++;
      }
    }
  }
}
