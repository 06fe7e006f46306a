package org.psephos.board.entry;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.hash.Digest;

/** Reads the entries of type Ceremony; whoever calls sees to it that no member is left over. */
final class CeremonyDecoder {

  private final JsonFields fields;

  CeremonyDecoder(JsonFields fields) {
    this.fields = fields;
  }

  CeremonyEntry entry() throws DecodingException {
    String kind = fields.text("kind");
    return switch (kind) {
      case TrusteeKeyEntry.KIND -> trusteeKey();
      case CredentialsEntry.KIND -> credentials();
      case CertificateEntry.KIND -> certificate();
      case CommitmentEntry.KIND -> commitment();
      case DealingEntry.KIND -> member(DealingEntry::new);
      case VerificationKeyEntry.KIND -> member(VerificationKeyEntry::new);
      case ComplaintEntry.KIND -> complaint();
      case AbandonEntry.KIND -> abandon();
      default -> throw new DecodingException("kind", "a known kind of ceremony entry", kind);
    };
  }

  private TrusteeKeyEntry trusteeKey() throws DecodingException {
    int owner = small("owner");
    Digest payload = hash("payload");
    return Checked.from(() -> new TrusteeKeyEntry(owner, payload));
  }

  private CredentialsEntry credentials() throws DecodingException {
    long count = fields.number("count");
    Digest payload = hash("payload");
    RegistrarKey registrar = fields.required("registrar", Checked::registrar);
    long reissued = fields.number("reissued");
    return Checked.from(() -> new CredentialsEntry(count, payload, registrar, reissued));
  }

  private CertificateEntry certificate() throws DecodingException {
    int attempt = small("attempt");
    int index = small("index");
    Digest payload = hash("payload");
    int size = small("size");
    int threshold = small("threshold");
    return Checked.from(() -> new CertificateEntry(attempt, index, payload, size, threshold));
  }

  private CommitmentEntry commitment() throws DecodingException {
    int attempt = small("attempt");
    Digest commitment = hash("commitment");
    int index = small("index");
    return Checked.from(() -> new CommitmentEntry(attempt, commitment, index));
  }

  private interface OfMember<T> {
    T of(int attempt, int index, Digest payload);
  }

  private <T> T member(OfMember<T> entry) throws DecodingException {
    int attempt = small("attempt");
    int index = small("index");
    Digest payload = hash("payload");
    return Checked.from(() -> entry.of(attempt, index, payload));
  }

  private ComplaintEntry complaint() throws DecodingException {
    int against = small("against");
    return member(
        (attempt, index, payload) -> new ComplaintEntry(against, attempt, index, payload));
  }

  private AbandonEntry abandon() throws DecodingException {
    int attempt = small("attempt");
    Digest payload = hash("payload");
    return Checked.from(() -> new AbandonEntry(attempt, payload));
  }

  private int small(String name) throws DecodingException {
    long number = fields.number(name);
    return Checked.from(() -> Math.toIntExact(number));
  }

  private Digest hash(String name) throws DecodingException {
    return fields.required(name, Checked::hash);
  }
}
