package org.psephos.board.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;

/**
 * A text and the signature lines under it (C2SP signed-note). Writing what was read gives back the
 * same bytes. Until {@link #check} accepts it, nothing in it is to be believed.
 *
 * @param text what is signed, with its final line end
 * @param signatures one line at least, in the order of the note
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** The largest note that is read, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  /** The most signature lines that are read. */
  public static final int MAX_SIGNATURES = 100;

  private static final String SEPARATOR = "\n\n";

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || hasControl(text)) {
      throw new IllegalArgumentException("the text of a note is made of whole, printable lines");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("a note has 1 to 100 signatures");
    }
  }

  /**
   * Reads a note. The last empty line separates text and signatures.
   *
   * @throws DecodingException if it is not UTF-8, holds a control character other than the line
   *     end, lacks a part, or is larger than 1 MiB
   */
  public static SignedNote parse(byte[] note) throws DecodingException {
    if (note.length > MAX_BYTES) {
      throw new DecodingException(
          Reason.TOO_LARGE, "note", "at most " + MAX_BYTES + " bytes", note.length + " bytes");
    }
    String whole = Utf8.decode(note);
    if (hasControl(whole)) {
      throw new DecodingException("note", "no control character but the line end", "one");
    }
    int split = whole.lastIndexOf(SEPARATOR);
    if (split < 0 || !whole.endsWith("\n")) {
      throw new DecodingException("note", "a text, an empty line and signature lines", whole);
    }
    String text = whole.substring(0, split + 1);
    return new SignedNote(text, signatures(whole.substring(split + SEPARATOR.length())));
  }

  private static List<NoteSignature> signatures(String lines) throws DecodingException {
    String[] split = lines.split("\n", MAX_SIGNATURES + 2);
    if (lines.isEmpty() || split.length > MAX_SIGNATURES + 1) {
      throw new DecodingException("note", "1 to 100 signature lines", lines);
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (int i = 0; i < split.length - 1; i++) {
      signatures.add(NoteSignature.parse(split[i]));
    }
    return signatures;
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < 0x20 && c != '\n');
  }

  /** The note as it is stored and served. */
  public byte[] toBytes() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return Utf8.encode(note.toString());
  }

  /** The same text with more signature lines after the others. */
  public SignedNote with(Collection<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /**
   * Checks every line that claims to be by a known key, and ignores the others. One that fails
   * spoils the note, even beside good ones: a key that we trust never signs badly, so somebody
   * tampered.
   */
  public NoteCheck check(Collection<VerifierKey> known) {
    Set<VerifierKey> signers = new LinkedHashSet<>();
    List<Cosignature> cosignatures = new ArrayList<>();
    for (VerifierKey key : known) {
      for (NoteSignature line : signatures) {
        if (!key.matches(line)) {
          continue;
        }
        if (!isGood(line, key, cosignatures)) {
          return new NoteCheck.Refused(NoteCheck.Reason.BAD_SIGNATURE);
        }
        signers.add(key);
      }
    }
    return signers.isEmpty()
        ? new NoteCheck.Refused(NoteCheck.Reason.NO_KNOWN_SIGNER)
        : new NoteCheck.Accepted(signers, cosignatures);
  }

  private boolean isGood(NoteSignature line, VerifierKey key, List<Cosignature> cosignatures) {
    if (key.type() == KeyType.ED25519) {
      return key.verifies(Utf8.encode(text), line.signature());
    }
    Optional<Cosignature> cosignature = Cosignature.verify(line, text, key);
    cosignature.ifPresent(cosignatures::add);
    return cosignature.isPresent();
  }
}
