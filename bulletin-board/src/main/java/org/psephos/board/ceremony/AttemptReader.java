package org.psephos.board.ceremony;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/** Collects what one attempt has on the board; not thread safe. */
final class AttemptReader {

  private final int number;
  private final ObjectSource objects;
  private final Group group;
  private final SortedMap<Integer, Certificate> certificates = new TreeMap<>();
  private final SortedMap<Integer, Digest> commitments = new TreeMap<>();
  private final SortedMap<Integer, Dealing> dealings = new TreeMap<>();
  private final SortedMap<Integer, TrusteeKey> keys = new TreeMap<>();
  private int size;
  private int threshold;
  private Optional<AttemptEntry> end = Optional.empty();

  AttemptReader(int number, ObjectSource objects, Group group) {
    this.number = number;
    this.objects = objects;
    this.group = group;
  }

  void take(AttemptEntry entry) throws IOException, DecodingException {
    try {
      decode(entry);
    } catch (DecodingException e) {
      throw e.within(entry.kind() + " of attempt " + number);
    }
  }

  private void decode(AttemptEntry entry) throws IOException, DecodingException {
    if (entry instanceof CertificateEntry certificate) {
      size = certificate.size();
      threshold = certificate.threshold();
      byte[] bytes = object(certificate.payload(), ObjectKind.CERTIFICATE);
      certificates.put(certificate.index(), Certificate.decode(bytes, group));
    } else if (entry instanceof CommitmentEntry commitment) {
      commitments.put(commitment.index(), commitment.commitment());
    } else if (entry instanceof DealingEntry dealing) {
      byte[] bytes = object(dealing.payload(), ObjectKind.DEALING);
      dealings.put(dealing.index(), Dealing.decode(bytes, group));
    } else if (entry instanceof VerificationKeyEntry key) {
      byte[] bytes = object(key.payload(), ObjectKind.VERIFICATION_KEY);
      keys.put(key.index(), TrusteeKey.decode(bytes, group));
    } else if (entry instanceof ComplaintEntry || entry instanceof AbandonEntry) {
      end = Optional.of(entry);
    }
  }

  private byte[] object(Digest hash, ObjectKind kind) throws IOException, DecodingException {
    return objects.object(new Reference(hash, kind)).toByteArray();
  }

  AttemptRecord record() {
    return new AttemptRecord(
        number, size, threshold, certificates, commitments, dealings, keys, end);
  }
}
