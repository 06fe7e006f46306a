package org.psephos.crypto.credential;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;

/**
 * The public list of credentials, {@code public_creds.json} (protocol §5): who may vote and with
 * which weight. Immutable and safe for use by many threads; made for a million lines.
 *
 * <p>{@link #decode} refuses what no election may have: another spelling than the canonical one, an
 * element that is no member or is the identity, a credential twice. What only our own elections
 * promise is checked by {@link #requireOwnRules}.
 */
public final class CredentialList {

  /** The most credentials of our own elections. */
  public static final int MAX_SIZE = 1_000_000;

  /** The greatest sum of weights of our own elections. */
  public static final long MAX_TOTAL_WEIGHT = 1_000_000_000;

  private static final int CHUNK = 512;

  private final CredentialText text;
  private final CredentialIndex index;
  private final long totalWeight;
  private final boolean sorted;

  private CredentialList(
      CredentialText text, CredentialIndex index, long totalWeight, boolean sorted) {
    this.text = text;
    this.index = index;
    this.totalWeight = totalWeight;
    this.sorted = sorted;
  }

  /**
   * Reads and fully checks a list, on all cores.
   *
   * @throws DecodingException see the class
   */
  public static CredentialList decode(byte[] document, Group group) throws DecodingException {
    CredentialList unchecked = reread(document);
    List<ChunkReport> reports =
        IntStream.range(0, (unchecked.size() + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(chunk -> unchecked.examine(chunk * CHUNK, group))
            .toList();
    boolean sorted = true;
    for (ChunkReport report : reports) {
      if (report.fault().isPresent()) {
        throw report.fault().get();
      }
      sorted &= report.sorted();
    }
    return new CredentialList(unchecked.text, unchecked.index, unchecked.totalWeight, sorted);
  }

  /**
   * Reads again a list of our own that has passed {@link #decode} and {@link #requireOwnRules}
   * before, as its digest shows: spelling and duplicates are checked again, membership and order of
   * a million elements are not.
   *
   * @throws DecodingException if it is not the canonical spelling of a list without duplicates
   */
  public static CredentialList reread(byte[] document) throws DecodingException {
    CredentialText text = CredentialText.read(document.clone());
    return new CredentialList(text, CredentialIndex.of(text), total(text), true);
  }

  /**
   * Makes a list; it comes out in the order of the group, whatever order the credentials have here.
   * Weights are written if any differs from 1.
   *
   * @throws IllegalArgumentException if a credential occurs twice
   */
  public static CredentialList of(List<PublicCredential> credentials) {
    boolean weighted = credentials.stream().anyMatch(c -> c.weight() != 1);
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    String separator = "[\"";
    for (PublicCredential c : credentials.stream().sorted(PublicCredential.ORDER).toList()) {
      String line = c.element().encode() + (weighted ? "," + c.weight() : "");
      document.writeBytes(Utf8.encode(separator + line));
      separator = "\",\"";
    }
    document.writeBytes(Utf8.encode(credentials.isEmpty() ? "[]" : "\"]"));
    try {
      return reread(document.toByteArray());
    } catch (DecodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Checks what our own elections promise: at most {@link #MAX_SIZE} credentials in the order of
   * the group, each weight at least 1, their sum at most {@link #MAX_TOTAL_WEIGHT}.
   *
   * @throws DecodingException for the first rule that is broken
   */
  public void requireOwnRules() throws DecodingException {
    if (size() > MAX_SIZE) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "at most " + MAX_SIZE + " credentials", "" + size());
    }
    for (int line = 0; line < size(); line++) {
      if (text.weight(line) < 1) {
        throw new DecodingException("[" + line + "]", "a weight of at least 1", "0");
      }
    }
    if (totalWeight > MAX_TOTAL_WEIGHT) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "a total of at most " + MAX_TOTAL_WEIGHT, "" + totalWeight);
    }
    if (!sorted) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, "", "the order of the group", "another order");
    }
  }

  public int size() {
    return text.count();
  }

  /** True if the lines carry weights. */
  public boolean weighted() {
    return text.weighted();
  }

  /** The sum of all weights; the number of credentials if there are none. */
  public long totalWeight() {
    return totalWeight;
  }

  /** The canonical text of the credential at a line, from 0. */
  public String credential(int line) {
    StringBuilder characters = new StringBuilder();
    for (int i = text.start(line); i < text.end(line); i++) {
      characters.append((char) text.document()[i]);
    }
    return characters.toString();
  }

  /** The weight at a line, from 0; 1 if the lines carry none. */
  public long weight(int line) {
    return text.weight(line);
  }

  /** The weight of a credential by its canonical text; empty if it is not on the list. */
  public OptionalLong weightOf(String credential) {
    int line = index.find(Utf8.encode(credential));
    return line < 0 ? OptionalLong.empty() : OptionalLong.of(text.weight(line));
  }

  public boolean contains(String credential) {
    return weightOf(credential).isPresent();
  }

  /** The bytes of the list, as they were read. */
  public byte[] encode() {
    return text.document().clone();
  }

  /** SHA-256 of the bytes. */
  public Digest digest() {
    return Digest.sha256(text.document());
  }

  /** What one core found in a run of lines. */
  private record ChunkReport(Optional<DecodingException> fault, boolean sorted) {}

  private ChunkReport examine(int start, Group group) {
    int line = Math.max(0, start - 1);
    boolean ascending = true;
    try {
      Element previous = element(line, group);
      for (line = line + 1; line < Math.min(start + CHUNK, size()); line++) {
        Element element = element(line, group);
        ascending &= previous.compareTo(element) < 0;
        previous = element;
      }
      return new ChunkReport(Optional.empty(), ascending);
    } catch (DecodingException e) {
      DecodingException placed =
          new DecodingException(e.reason(), "[" + line + "]", e.expected(), e.found());
      return new ChunkReport(Optional.of(placed), ascending);
    }
  }

  private Element element(int line, Group group) throws DecodingException {
    return PublicKey.decodeElement(credential(line), group);
  }

  private static long total(CredentialText text) throws DecodingException {
    long total = 0;
    try {
      for (int line = 0; line < text.count(); line++) {
        total = Math.addExact(total, text.weight(line));
      }
      return total;
    } catch (ArithmeticException e) {
      throw new DecodingException(Reason.TOO_LARGE, "", "a total below 2^63", "more");
    }
  }
}
