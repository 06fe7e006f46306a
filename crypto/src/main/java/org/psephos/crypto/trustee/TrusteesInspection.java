package org.psephos.crypto.trustee;

import java.util.LinkedHashMap;
import java.util.Map;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;

/** The checks of a whole trustees object; those of one threshold group are a class of their own. */
final class TrusteesInspection {

  private final Inspection.Notebook notebook = new Inspection.Notebook();
  private final Trustees trustees;

  private TrusteesInspection(Trustees trustees) {
    this.trustees = trustees;
  }

  static Inspection of(Trustees trustees, Element publicKey) {
    TrusteesInspection inspection = new TrusteesInspection(trustees);
    inspection.entries();
    inspection.distinctKeys();
    inspection.electionKey(publicKey);
    return inspection.notebook.close();
  }

  private void entries() {
    for (int i = 0; i < trustees.entries().size(); i++) {
      String where = "trustees[" + i + "]";
      Trustee entry = trustees.entries().get(i);
      if (entry instanceof SingleTrustee single) {
        single(where, single.key());
      } else if (entry instanceof PedersenGroup group) {
        notebook.include(PedersenInspection.of(where, group));
      }
    }
  }

  private void single(String where, TrusteeKey key) {
    requireProven(notebook, where, key);
    notebook.prefer(
        key.signature().isEmpty(),
        "trustee-signature",
        where + ".signature",
        "none on a Single trustee",
        "a signature that nothing can verify");
  }

  /** Notes faults unless a key is not the identity and its proof of knowledge holds. */
  static void requireProven(Inspection.Notebook notebook, String where, TrusteeKey key) {
    notebook.require(
        !key.publicKey().isIdentity(),
        "trustee-identity",
        where + ".public_key",
        "an element other than the identity",
        "the identity");
    notebook.require(
        key.isProven(),
        "trustee-pok",
        where + ".pok",
        "a proof of knowledge that holds",
        "one that does not");
  }

  /**
   * A copied or cancelling key would make the number of trustees a lie: with one honest copy, or
   * none at all, the ballots could be opened. Keys are compared within each purpose, since a group
   * of one member may use the same number for two.
   */
  private void distinctKeys() {
    Map<String, Element> decrypting = new LinkedHashMap<>();
    Map<String, Element> contributing = new LinkedHashMap<>();
    for (int i = 0; i < trustees.entries().size(); i++) {
      Trustee entry = trustees.entries().get(i);
      String where = "trustees[" + i + "]";
      if (entry instanceof PedersenGroup group) {
        addGroup(where, group, decrypting, contributing);
      } else {
        decrypting.put(where + ".public_key", entry.contribution());
        contributing.put(where + ".public_key", entry.contribution());
      }
    }
    requireDistinct(notebook, "trustee-distinct", decrypting);
    requireDistinct(notebook, "trustee-distinct", contributing);
  }

  private static void addGroup(
      String where,
      PedersenGroup group,
      Map<String, Element> decrypting,
      Map<String, Element> contributing) {
    // With a threshold of 1 every member holds the whole secret, so that all keys are one.
    int different = group.threshold() == 1 ? 1 : group.verificationKeys().size();
    for (int j = 0; j < Math.min(different, group.verificationKeys().size()); j++) {
      decrypting.put(
          where + ".verification_keys[" + j + "]", group.verificationKeys().get(j).publicKey());
    }
    for (int j = 0; j < group.coefficients().size(); j++) {
      contributing.put(
          where + ".coefexps[" + j + "][0]", group.coefficients().get(j).constantTerm());
    }
  }

  /** Notes a fault for each key that equals an earlier one or its negative. */
  static void requireDistinct(
      Inspection.Notebook notebook, String code, Map<String, Element> keys) {
    Map<String, Element> earlier = new LinkedHashMap<>();
    keys.forEach(
        (where, key) -> {
          requireUnlike(notebook, code, where, key, earlier);
          earlier.put(where, key);
        });
  }

  /** Notes a fault if a key equals one of the others or its negative. */
  static void requireUnlike(
      Inspection.Notebook notebook,
      String code,
      String where,
      Element key,
      Map<String, Element> others) {
    Element negative = key.negate();
    String clash = "";
    for (Map.Entry<String, Element> other : others.entrySet()) {
      if (key.equals(other.getValue())) {
        clash = "the same as " + other.getKey();
      } else if (negative.equals(other.getValue())) {
        clash = "the negative of " + other.getKey();
      }
    }
    notebook.require(clash.isEmpty(), code, where, "a key unlike every other", clash);
  }

  private void electionKey(Element publicKey) {
    Element sum = trustees.electionKey();
    notebook.require(
        sum.equals(publicKey),
        "election-key",
        "public_key",
        "the sum of the trustees' keys, " + sum.encode(),
        publicKey.encode());
  }
}
