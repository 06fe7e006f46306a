package org.psephos.board.note;

import java.util.Arrays;
import java.util.List;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.text.Decimal;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * What a log says about itself (C2SP tlog-checkpoint): this many entries, under this root. Without
 * a signature it is only a claim; see {@link SignedCheckpoint}.
 *
 * @param origin the log's identity, one line
 * @param size the number of entries
 * @param root the root of the tree; that of the empty tree if the size is 0
 * @param extensions further lines, none of them empty; our own log writes none
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {

  private static final String FORM = "lines of origin, size and root, each with a line end";

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new IllegalArgumentException("a line is empty or holds a control character");
    }
    if (size < 0 || (size == 0 && !root.equals(TreeHash.EMPTY))) {
      throw new IllegalArgumentException("no tree of size " + size + " has that root");
    }
  }

  /** A checkpoint without extension lines. */
  public Checkpoint(String origin, long size, Digest root) {
    this(origin, size, root, List.of());
  }

  /**
   * Reads the text of a note.
   *
   * @throws DecodingException if it is not a checkpoint in its one spelling
   */
  public static Checkpoint parse(String text) throws DecodingException {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    int end = lines.size() - 1;
    if (end < 3 || !lines.get(end).isEmpty()) {
      throw new DecodingException("checkpoint", FORM, text);
    }
    long size = Decimal.parse("checkpoint size", lines.get(1));
    Digest root = PaddedBase64.decodeDigest("checkpoint root", lines.get(2));
    try {
      return new Checkpoint(lines.get(0), size, root, lines.subList(3, end));
    } catch (IllegalArgumentException e) {
      throw new DecodingException("checkpoint", FORM, text);
    }
  }

  private static boolean isLine(String line) {
    return !line.isEmpty() && line.chars().noneMatch(c -> c < 0x20);
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n');
    text.append(PaddedBase64.encode(root)).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
