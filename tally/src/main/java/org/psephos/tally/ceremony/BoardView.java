package org.psephos.tally.ceremony;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/** What a board that was followed shows of a ceremony. */
public final class BoardView {

  private BoardView() {}

  /**
   * The last attempt on the board, or the empty first one.
   *
   * @param entries of a board that was followed, in order
   * @param member whose part it is; size and threshold count only while no attempt has begun
   * @throws DecodingException if an object is missing or malformed
   */
  public static CeremonyView of(
      List<? extends AttemptEntry> entries, ObjectSource objects, Membership member)
      throws IOException, DecodingException {
    List<AttemptRecord> attempts = AttemptRecord.read(entries, objects, member.group());
    if (attempts.isEmpty()) {
      return CeremonyView.none(member.size(), member.threshold());
    }
    AttemptRecord last = attempts.get(attempts.size() - 1);
    List<Certificate> certificates = new ArrayList<>();
    List<TrusteeKey> keys = new ArrayList<>();
    for (AttemptRecord earlier : attempts.subList(0, attempts.size() - 1)) {
      certificates.addAll(earlier.certificates().values());
      keys.addAll(earlier.keys().values());
    }
    return new CeremonyView(
        last.number(),
        last.size(),
        last.threshold(),
        places(last.certificates(), last.size()),
        places(last.commitments(), last.size()),
        places(last.dealings(), last.size()),
        places(last.keys(), last.size()),
        last.end().isPresent() ? Optional.of(reason(last.end().get(), objects)) : Optional.empty(),
        certificates,
        keys);
  }

  private static <T> List<Optional<T>> places(Map<Integer, T> byIndex, int size) {
    List<Optional<T>> places = new ArrayList<>();
    for (int index = 1; index <= size; index++) {
      places.add(Optional.ofNullable(byIndex.get(index)));
    }
    return places;
  }

  private static String reason(AttemptEntry end, ObjectSource objects)
      throws IOException, DecodingException {
    if (end instanceof ComplaintEntry complaint) {
      return "member "
          + complaint.index()
          + " proved that member "
          + complaint.against()
          + " dealt it a bad share";
    }
    Reference text = new Reference(((AbandonEntry) end).payload(), ObjectKind.TEXT);
    Map<String, String> texts = LocalizedText.decode(objects.object(text)).texts();
    String words = texts.getOrDefault("en", texts.values().iterator().next());
    return "the official gave it up: " + words;
  }
}
