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

  private static final String HOLDS = "a signature that holds";
  private static final String FAILS = "one that does not";

  private final Inspection.Notebook notebook = new Inspection.Notebook();
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
    Map<String, Element> keys = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Certificate certificate = group.certificates().get(i);
      String place = where + ".certs[" + i + "]";
      keys.put(place + ".verification", certificate.verification());
      keys.put(place + ".encryption", certificate.encryption());
      requireNotIdentity(place + ".verification", certificate.verification());
      requireNotIdentity(place + ".encryption", certificate.encryption());
      context(place, certificate.context(), i);
      notebook.require(
          certificate.signed().isSignedBy(certificate.verification()),
          "certificate-signature",
          place + ".signature",
          HOLDS,
          FAILS);
    }
    TrusteesInspection.requireDistinct(notebook, "certificate-distinct", keys);
  }

  private void context(String place, Optional<Certificate.Context> found, int i) {
    if (found.isEmpty()) {
      return; // said by the form
    }
    String name = group.certificates().get(0).verification().group().name();
    Certificate.Context expected = new Certificate.Context(name, size, group.threshold(), i + 1L);
    notebook.require(
        found.get().equals(expected),
        "certificate-context",
        place + ".context",
        expected.toString(),
        found.get().toString());
  }

  private void coefficients() {
    for (int i = 0; i < group.coefficients().size(); i++) {
      Coefficients member = group.coefficients().get(i);
      String place = where + ".coefexps[" + i + "]";
      int length = member.elements().size();
      notebook.require(
          length == group.threshold(),
          "coefficients-length",
          place,
          group.threshold() + " coefficients, as many as the threshold",
          Integer.toString(length));
      for (int k = 0; k < length; k++) {
        requireNotIdentity(place + "[" + k + "]", member.elements().get(k));
      }
      notebook.require(
          i < size && member.signed().isSignedBy(group.certificates().get(i).verification()),
          "coefficients-signature",
          place + ".signature",
          HOLDS,
          FAILS);
    }
  }

  private void signatures() {
    List<Proof> proofs = group.signatures().orElse(List.of());
    for (int i = 0; i < proofs.size(); i++) {
      notebook.require(
          i < Math.min(size, group.coefficients().size()) && signedAll(i, proofs.get(i)),
          "certificates-signature",
          where + ".signatures[" + i + "]",
          HOLDS,
          FAILS);
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
      TrusteesInspection.requireProven(notebook, place, key);
      Element derived = group.derivedKey(i + 1);
      notebook.require(
          derived.equals(key.publicKey()),
          "verification-key",
          place + ".public_key",
          "what the coefficients give, " + derived.encode(),
          key.publicKey().encode());
      keySignature(place, key, i);
    }
  }

  private void keySignature(String place, TrusteeKey key, int i) {
    if (key.signature().isEmpty()) {
      return; // said by the form
    }
    String text = key.publicKey().encode();
    notebook.require(
        i < size
            && SignedMessage.verify(
                text, group.certificates().get(i).verification(), key.signature().get()),
        "verification-key-signature",
        place + ".signature",
        HOLDS,
        FAILS);
  }

  private void requireNotIdentity(String place, Element key) {
    notebook.require(
        !key.isIdentity(),
        "trustee-identity",
        place,
        "an element other than the identity",
        "the identity");
  }
}
