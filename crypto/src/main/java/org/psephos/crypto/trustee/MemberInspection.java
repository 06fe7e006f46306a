package org.psephos.crypto.trustee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.proof.Proof;

/**
 * The checks of what one member of a threshold group publishes, each in its step: for whoever
 * follows a key ceremony and for whoever judges the finished group. Notes its findings in the
 * notebook that it is given; not thread safe.
 */
public final class MemberInspection {

  private static final String HOLDS = "a signature that holds";
  private static final String FAILS = "one that does not";

  private final Inspection.Notebook notebook;

  public MemberInspection(Inspection.Notebook notebook) {
    this.notebook = notebook;
  }

  /**
   * Keys other than the identity, and the signature with the key that the certificate names.
   *
   * @param where the certificate's place, for the findings
   */
  public void certificate(String where, Certificate certificate) {
    notIdentity(where + ".verification", certificate.verification());
    notIdentity(where + ".encryption", certificate.encryption());
    signature(
        certificate.signed().isSignedBy(certificate.verification()),
        "certificate-signature",
        where + ".signature");
  }

  /** What a certificate is for; one without context is not this check's matter. */
  public void context(
      String where, Optional<Certificate.Context> found, Certificate.Context expected) {
    if (found.isPresent()) {
      notebook.require(
          found.get().equals(expected),
          "certificate-context",
          where + ".context",
          expected.toString(),
          found.get().toString());
    }
  }

  /** Exactly as many commitments as the threshold, none the identity. */
  public void commitments(String where, List<Element> elements, int threshold) {
    notebook.require(
        elements.size() == threshold,
        "coefficients-length",
        where,
        threshold + " coefficients, as many as the threshold",
        Integer.toString(elements.size()));
    for (int k = 0; k < elements.size(); k++) {
      notIdentity(where + "[" + k + "]", elements.get(k));
    }
  }

  /** The member's signature of its commitments. */
  public void commitmentsSignature(String where, boolean holds) {
    signature(holds, "coefficients-signature", where + ".signature");
  }

  /** The member's signature over all certificates and its commitments. */
  public void certificatesSignature(String where, boolean holds) {
    signature(holds, "certificates-signature", where);
  }

  /** A proven verification key that is what the commitments give. */
  public void verificationKey(String where, TrusteeKey key, Element derived) {
    TrusteesInspection.requireProven(notebook, where, key);
    notebook.require(
        derived.equals(key.publicKey()),
        "verification-key",
        where + ".public_key",
        "what the coefficients give, " + derived.encode(),
        key.publicKey().encode());
  }

  /** The member's signature of its verification key. */
  public void verificationKeySignature(
      String where, TrusteeKey key, Proof signature, Optional<Element> signer) {
    String text = key.publicKey().encode();
    signature(
        signer.isPresent() && SignedMessage.verify(text, signer.get(), signature),
        "verification-key-signature",
        where + ".signature");
  }

  /** Notes a fault for each key that equals an earlier one or its negative. */
  public void distinct(String code, Map<String, Element> keys) {
    TrusteesInspection.requireDistinct(notebook, code, keys);
  }

  /** Notes a fault if a key equals one of the others or its negative. */
  public void unlike(String code, String where, Element key, Map<String, Element> others) {
    TrusteesInspection.requireUnlike(notebook, code, where, key, others);
  }

  private void notIdentity(String where, Element key) {
    notebook.require(
        !key.isIdentity(),
        "trustee-identity",
        where,
        "an element other than the identity",
        "the identity");
  }

  private void signature(boolean holds, String code, String where) {
    notebook.require(holds, code, where, HOLDS, FAILS);
  }
}
