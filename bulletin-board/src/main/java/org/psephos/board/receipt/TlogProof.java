package org.psephos.board.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.SignedNote;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.text.Decimal;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/**
 * A proof that can be checked without asking anyone: a checkpoint, an index and an inclusion proof.
 * It does not hold the entry; whoever checks brings the bytes. Writing what was read gives back the
 * same bytes.
 *
 * @param extra padded base64 of opaque bytes that nothing here vouches for
 * @param index the entry's index, from 0
 * @param path the inclusion proof, the leaf's sibling first
 * @param checkpoint as it was published, cosignatures included
 */
public record TlogProof(
    Optional<String> extra, long index, List<Digest> path, SignedCheckpoint checkpoint) {

  private static final String VERSION = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int LARGEST = SignedNote.MAX_BYTES + (1 << 16);

  public TlogProof {
    path = List.copyOf(path);
    if (index < 0 || path.size() > InclusionProof.LONGEST) {
      throw new IllegalArgumentException("an index from 0 and at most 63 hashes");
    }
    if (extra.isPresent() && !isBase64(extra.get())) {
      throw new IllegalArgumentException("extra is padded base64");
    }
  }

  private static boolean isBase64(String text) {
    try {
      PaddedBase64.decode("extra", text);
      return true;
    } catch (DecodingException e) {
      return false;
    }
  }

  /**
   * Reads a proof. Whether it proves anything is for {@link #check} to say.
   *
   * @throws DecodingException if it is not in the one spelling of the format
   */
  public static TlogProof parse(byte[] file) throws DecodingException {
    if (file.length > LARGEST) {
      throw new DecodingException(
          Reason.TOO_LARGE, "proof", "at most " + LARGEST + " bytes", file.length + " bytes");
    }
    String text = Utf8.decode(file);
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new DecodingException("proof", "an empty line before the checkpoint", text);
    }
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(Utf8.encode(text.substring(split + 2)));
    return header(Arrays.asList(text.substring(0, split).split("\n", -1)), checkpoint);
  }

  private static TlogProof header(List<String> lines, SignedCheckpoint checkpoint)
      throws DecodingException {
    if (!lines.get(0).equals(VERSION)) {
      throw new DecodingException("proof", VERSION, lines.get(0));
    }
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
    int next = hasExtra ? 2 : 1;
    if (lines.size() <= next || !lines.get(next).startsWith(INDEX)) {
      throw new DecodingException("proof", "index <number>", String.join("|", lines));
    }
    long index = Decimal.parse("proof index", lines.get(next).substring(INDEX.length()));
    List<Digest> path = new ArrayList<>();
    for (String line : lines.subList(next + 1, lines.size())) {
      path.add(PaddedBase64.decodeDigest("proof hash", line));
    }
    Optional<String> extra =
        hasExtra ? Optional.of(lines.get(1).substring(EXTRA.length())) : Optional.empty();
    try {
      return new TlogProof(extra, index, path, checkpoint);
    } catch (IllegalArgumentException e) {
      throw new DecodingException("proof", "padded base64 and at most 63 hashes", e.getMessage());
    }
  }

  /** The file. */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(PaddedBase64.encode(hash)).append('\n'));
    byte[] header = Utf8.encode(text.append('\n').toString());
    byte[] note = checkpoint.toBytes();
    byte[] file = Arrays.copyOf(header, header.length + note.length);
    System.arraycopy(note, 0, file, header.length, note.length);
    return file;
  }

  /**
   * Checks the checkpoint by the reader's own policy and the entry's place under its root.
   *
   * @param entry the bytes that the reader holds or rebuilt, never bytes that came with the proof
   */
  public ProofCheck check(EntryBytes entry, WitnessPolicy policy) {
    NoteCheck signatures = policy.check(checkpoint);
    if (signatures instanceof NoteCheck.Refused refused) {
      return new ProofCheck.Untrusted(refused.reason());
    }
    InclusionProof inclusion = new InclusionProof(index, checkpoint.checkpoint().size(), path);
    boolean included = inclusion.provesEntry(entry.toByteArray(), checkpoint.checkpoint().root());
    return included
        ? new ProofCheck.Confirmed((NoteCheck.Accepted) signatures)
        : new ProofCheck.NotIncluded();
  }
}
