package org.psephos.crypto.trustee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.proof.Proof;

/** The checks of one threshold group (protocol §9). */
final class PedersenInspection {

  private final Inspection.Notebook notebook = new Inspection.Notebook();
  private final MemberInspection member = new MemberInspection(notebook);
  private final String where;
  private final PedersenGroup group;
  private final int size;

  private PedersenInspection(String where, PedersenGroup group) {
    this.where = where;
    this.group = group;
    this.size = group.size();
  }

  static Inspection of(String where, PedersenGroup group) {
    PedersenInspection inspection = new PedersenInspection(where, group);
    inspection.form();
    inspection.threshold();
    inspection.lengths();
    inspection.certificates();
    inspection.coefficients();
    inspection.signatures();
    inspection.verificationKeys();
    return inspection.notebook.close();
  }

  private void form() {
    PedersenGroup.Form form = group.form();
    notebook.require(
        form != PedersenGroup.Form.MIXED,
        "threshold-form",
        where,
        "contexts and signatures on all members or on none",
        "a mixture");
    notebook.prefer(
        form == PedersenGroup.Form.CURRENT || form == PedersenGroup.Form.MIXED,
        "threshold-old-form",
        where,
        "certificates with context, and signatures of all members over all of them and their keys",
        "an older form, which proves less about who saw what");
  }

  private void threshold() {
    int threshold = group.threshold();
    notebook.require(
        threshold >= 1 && threshold <= size,
        "threshold-range",
        where + ".threshold",
        "1 to " + size,
        Integer.toString(threshold));
    notebook.prefer(
        threshold != 1,
        "threshold-one",
        where + ".threshold",
        "at least 2",
        "1: every member can decrypt alone");
  }

  private void lengths() {
    requireLength("coefexps", group.coefficients().size());
    requireLength("verification_keys", group.verificationKeys().size());
    group.signatures().ifPresent(proofs -> requireLength("signatures", proofs.size()));
  }

  private void requireLength(String member, int found) {
    notebook.require(
        found == size,
        "threshold-length",
        where + "." + member,
        size + ", one for each certificate",
        Integer.toString(found));
  }

  private void certificates() {
    String name = group.certificates().get(0).verification().group().name();
    Map<String, Element> keys = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Certificate certificate = group.certificates().get(i);
      String place = where + ".certs[" + i + "]";
      keys.put(place + ".verification", certificate.verification());
      keys.put(place + ".encryption", certificate.encryption());
      member.certificate(place, certificate);
      member.context(
          place,
          certificate.context(),
          new Certificate.Context(name, size, group.threshold(), i + 1L));
    }
    member.distinct("certificate-distinct", keys);
  }

  private void coefficients() {
    for (int i = 0; i < group.coefficients().size(); i++) {
      Coefficients coefficients = group.coefficients().get(i);
      String place = where + ".coefexps[" + i + "]";
      member.commitments(place, coefficients.elements(), group.threshold());
      member.commitmentsSignature(
          place, signer(i).map(key -> coefficients.signed().isSignedBy(key)).orElse(false));
    }
  }

  private void signatures() {
    List<Proof> proofs = group.signatures().orElse(List.of());
    for (int i = 0; i < proofs.size(); i++) {
      member.certificatesSignature(
          where + ".signatures[" + i + "]",
          i < Math.min(size, group.coefficients().size()) && signedAll(i, proofs.get(i)));
    }
  }

  private boolean signedAll(int i, Proof signature) {
    Element key = group.certificates().get(i).verification();
    return SignedMessage.verify(group.certificatesText(i), key, signature);
  }

  private void verificationKeys() {
    for (int i = 0; i < group.verificationKeys().size(); i++) {
      TrusteeKey key = group.verificationKeys().get(i);
      String place = where + ".verification_keys[" + i + "]";
      member.verificationKey(place, key, group.derivedKey(i + 1));
      // A missing signature is said by the form.
      if (key.signature().isPresent()) {
        member.verificationKeySignature(place, key, key.signature().get(), signer(i));
      }
    }
  }

  /** The key under which the member, from 0, signs; empty if it has no certificate. */
  private Optional<Element> signer(int i) {
    return i < size ? Optional.of(group.certificates().get(i).verification()) : Optional.empty();
  }
}
