package org.psephos.crypto.trustee;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;

/**
 * What a group of trustees, of whom {@code threshold} are enough, publishes about its key: P of the
 * protocol (§9). Decoding checks spelling and membership; everything else, the lengths of the lists
 * too, is judged by {@link Trustees#inspect}.
 *
 * @param threshold at least 0 here
 * @param certificates one for each member; at least one
 * @param coefficients one for each member
 * @param signatures one for each member, over all certificates and its coefficients; absent in the
 *     oldest form
 * @param verificationKeys one for each member
 */
public record PedersenGroup(
    int threshold,
    List<Certificate> certificates,
    List<Coefficients> coefficients,
    Optional<List<Proof>> signatures,
    List<TrusteeKey> verificationKeys)
    implements Trustee {

  public PedersenGroup {
    certificates = List.copyOf(certificates);
    coefficients = List.copyOf(coefficients);
    signatures = signatures.map(List::copyOf);
    verificationKeys = List.copyOf(verificationKeys);
    if (threshold < 0 || certificates.isEmpty()) {
      throw new IllegalArgumentException("a threshold group has members and a threshold");
    }
  }

  /** Which generation of programs wrote a group. */
  public enum Form {
    /** Certificates without context, nothing signed over all of them. */
    FIRST,
    /** With contexts and signatures, but unsigned verification keys. */
    SECOND,
    /** Everything signed; the form that we write. */
    CURRENT,
    /** No program wrote this mixture. */
    MIXED
  }

  static PedersenGroup decode(Json value, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(value);
    long threshold = fields.number("threshold");
    List<Certificate> certificates =
        fields.list("certs", certificate -> Certificate.decode(certificate, group));
    if (threshold < 0 || threshold > Trustees.MAX_OWNERS) {
      throw new DecodingException("threshold", "a small number", Long.toString(threshold));
    }
    if (certificates.isEmpty()) {
      throw new DecodingException("certs", "at least one certificate", "none");
    }
    PedersenGroup pedersen =
        new PedersenGroup(
            (int) threshold,
            certificates,
            fields.list("coefexps", signed -> Coefficients.decode(signed, group)),
            fields.optional(
                "signatures", list -> JsonFields.list(list, proof -> Proof.decode(proof, group))),
            fields.list("verification_keys", key -> TrusteeKey.decode(key, group)));
    fields.end();
    return pedersen;
  }

  /** The number of members. */
  public int size() {
    return certificates.size();
  }

  /**
   * The hash of the canonical {@code ["Pedersen",P]}, which the members compare aloud when they
   * have made the group.
   */
  public Digest fingerprint() {
    return Digest.sha256(toJson().toBytes());
  }

  /** Judged by what is there: see {@link Form}. */
  public Form form() {
    long contexts = certificates.stream().filter(c -> c.context().isPresent()).count();
    long signedKeys = verificationKeys.stream().filter(k -> k.signature().isPresent()).count();
    boolean noContext = contexts == 0;
    boolean allContexts = contexts == certificates.size();
    if (noContext && signatures.isEmpty() && signedKeys == 0) {
      return Form.FIRST;
    }
    if (!allContexts || signatures.isEmpty()) {
      return Form.MIXED;
    }
    if (signedKeys == 0) {
      return Form.SECOND;
    }
    return signedKeys == verificationKeys.size() ? Form.CURRENT : Form.MIXED;
  }

  @Override
  public List<Element> memberKeys() {
    return verificationKeys.stream().map(TrusteeKey::publicKey).toList();
  }

  @Override
  public Element contribution() {
    Element sum = certificates.get(0).verification().group().identity();
    for (Coefficients member : coefficients) {
      sum = sum.plus(member.constantTerm());
    }
    return sum;
  }

  /** What the verification key of a member must be: Σ_i Σ_k index^k·A_{i,k}. */
  Element derivedKey(int index) {
    Group group = certificates.get(0).verification().group();
    List<Scalar> factors = new ArrayList<>();
    List<Element> elements = new ArrayList<>();
    for (Coefficients member : coefficients) {
      Scalar power = group.scalar(1);
      for (Element commitment : member.elements()) {
        factors.add(power);
        elements.add(commitment);
        power = power.times(group.scalar(index));
      }
    }
    return group.linearCombination(factors, elements);
  }

  /** The text that member {@code i}, from 0, signs to say that it saw these certificates. */
  String certificatesText(int i) {
    return certificatesText(certificates, coefficients.get(i).elements());
  }

  /** The text that the member with these commitments signs to say that it saw the certificates. */
  public static String certificatesText(List<Certificate> certificates, List<Element> commitments) {
    List<Json> certs = certificates.stream().map(Certificate::toJson).toList();
    Json.Obj seen =
        Json.Obj.with("certs", new Json.Arr(certs))
            .and("coefexps", Coefficients.array(commitments))
            .build();
    return "certs_sig|" + Text.of(seen);
  }

  @Override
  public Json toJson() {
    Json.Builder object =
        Json.Obj.with("threshold", threshold)
            .and("certs", array(certificates.stream().map(Certificate::toJson).toList()))
            .and("coefexps", array(coefficients.stream().map(Coefficients::toJson).toList()));
    signatures.ifPresent(
        proofs ->
            object.and("signatures", array(proofs.stream().<Json>map(Proof::toJson).toList())));
    object.and(
        "verification_keys", array(verificationKeys.stream().map(TrusteeKey::toJson).toList()));
    return array(List.of(new Json.Text("Pedersen"), object.build()));
  }

  private static Json array(List<Json> items) {
    return new Json.Arr(items);
  }
}
