package org.psephos.crypto.ceremony;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.MemberInspection;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKey;

/**
 * The checks of what one member of a ceremony publishes in one step, given what stood before: the
 * same for the service that takes it, the members and every verifier (docs/spec/key-ceremony.md).
 */
public final class CeremonyInspection {

  private CeremonyInspection() {}

  /**
   * Step 1: the certificate is for this ceremony and member, signed, and its keys are new.
   *
   * @param index of the member
   * @param earlier all certificates that stand already, those of earlier attempts included
   */
  public static Inspection certificate(
      Ceremony ceremony, int index, Certificate certificate, Collection<Certificate> earlier) {
    Inspection.Notebook notebook = new Inspection.Notebook();
    MemberInspection member = new MemberInspection(notebook);
    String where = "certificate[" + index + "]";
    Certificate.Context expected = ceremony.context(index);
    notebook.require(
        certificate.context().isPresent(),
        "certificate-context",
        where + ".context",
        expected.toString(),
        "none");
    member.context(where, certificate.context(), expected);
    member.certificate(where, certificate);
    Map<String, Element> others = keys(earlier);
    member.unlike(
        "certificate-distinct", where + ".verification", certificate.verification(), others);
    others.put(where + ".verification", certificate.verification());
    member.unlike("certificate-distinct", where + ".encryption", certificate.encryption(), others);
    return notebook.close();
  }

  private static Map<String, Element> keys(Collection<Certificate> certificates) {
    Map<String, Element> keys = new LinkedHashMap<>();
    int number = 1;
    for (Certificate certificate : certificates) {
      keys.put("the verification key of earlier certificate " + number, certificate.verification());
      keys.put("the encryption key of earlier certificate " + number, certificate.encryption());
      number++;
    }
    return keys;
  }

  /**
   * Step 3: the dealing fits what its member committed to and is signed over these certificates.
   *
   * @param index of the member
   * @param certificates of all members, in the order of indexes
   * @param commitment what the member published in step 2
   * @param earlier the dealings that stand already, in any order
   */
  public static Inspection dealing(
      Ceremony ceremony,
      int index,
      List<Certificate> certificates,
      Digest commitment,
      Dealing dealing,
      Collection<Dealing> earlier) {
    if (certificates.size() != ceremony.size()) {
      throw new IllegalArgumentException("a dealing follows all certificates");
    }
    Inspection.Notebook notebook = new Inspection.Notebook();
    MemberInspection member = new MemberInspection(notebook);
    String where = "dealing[" + index + "]";
    Coefficients coefficients = dealing.coefficients();
    Digest given = ceremony.commitment(index, coefficients.signed().message());
    notebook.require(
        given.equals(commitment),
        "coefficients-commitment",
        where + ".coefexps",
        "what was committed to, " + commitment.hex(),
        given.hex());
    Element signer = certificates.get(index - 1).verification();
    member.commitments(where + ".coefexps", coefficients.elements(), ceremony.threshold());
    member.commitmentsSignature(where + ".coefexps", coefficients.signed().isSignedBy(signer));
    constantTerm(member, where, coefficients, earlier);
    String seen = PedersenGroup.certificatesText(certificates, coefficients.elements());
    member.certificatesSignature(
        where + ".signature", SignedMessage.verify(seen, signer, dealing.signature()));
    shares(notebook, ceremony, index, dealing, signer);
    return notebook.close();
  }

  /** Two equal or opposite constant terms would pass here and fail the finished group. */
  private static void constantTerm(
      MemberInspection member,
      String where,
      Coefficients coefficients,
      Collection<Dealing> earlier) {
    Map<String, Element> others = new LinkedHashMap<>();
    for (Dealing dealing : earlier) {
      others.put(
          "the constant term of earlier dealing " + (others.size() + 1),
          dealing.coefficients().constantTerm());
    }
    member.unlike("trustee-distinct", where + ".coefexps[0]", coefficients.constantTerm(), others);
  }

  private static void shares(
      Inspection.Notebook notebook, Ceremony ceremony, int index, Dealing dealing, Element signer) {
    String where = "dealing[" + index + "].shares";
    notebook.require(
        dealing.shares().size() == ceremony.size(),
        "shares-length",
        where,
        ceremony.size() + " hashes, one for each member",
        Integer.toString(dealing.shares().size()));
    String text = Dealing.sharesText(ceremony, index, dealing.shares());
    notebook.require(
        SignedMessage.verify(text, signer, dealing.sharesSignature()),
        "shares-signature",
        where + "_signature",
        "a signature that holds",
        "one that does not");
  }

  /**
   * Step 4: the verification key is what the dealings give, proven, signed, and without a name.
   *
   * @param index of the member
   */
  public static Inspection verificationKey(Dealings dealings, int index, TrusteeKey key) {
    Inspection.Notebook notebook = new Inspection.Notebook();
    MemberInspection member = new MemberInspection(notebook);
    String where = "verification_key[" + index + "]";
    member.verificationKey(where, key, dealings.keyOf(index));
    notebook.require(
        key.signature().isPresent(),
        "verification-key-signature",
        where + ".signature",
        "a signature",
        "none");
    Element signer = dealings.certificates().get(index - 1).verification();
    key.signature()
        .ifPresent(
            signature ->
                member.verificationKeySignature(where, key, signature, Optional.of(signer)));
    notebook.require(
        key.name().isEmpty(), "verification-key-name", where + ".name", "none", "a name");
    return notebook.close();
  }
}
