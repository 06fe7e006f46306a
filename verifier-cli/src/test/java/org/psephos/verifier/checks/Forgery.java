package org.psephos.verifier.checks;

import java.util.List;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.proof.Proof;
import org.psephos.verifier.fixture.ElectionScript;

/** A wrong decryption factor with a proof that version 1 accepts. */
record Forgery(Element factor, Proof proof) {

  static Forgery of(ElectionScript script, int owner, Element alpha) {
    Group group = script.group;
    Element key = script.trustees.get(owner - 1).publicKey();
    String prefix = "decrypt|" + script.election.fingerprint().base64() + "|" + key.encode() + "|";
    try (SecretScalar nonce = group.randomSecret(script.random)) {
      Element first = group.generatorBase().timesSecret(nonce);
      Element second = group.generatorBase().times(group.randomScalar(script.random));
      Scalar challenge = group.hashToScalar(prefix, List.of(first, second));
      Scalar response =
          nonce.minus(script.trustees.get(owner - 1).secret().times(challenge)).reveal();
      Element factor = second.minus(alpha.times(response)).times(challenge.invert());
      return new Forgery(factor, new Proof(challenge, response));
    }
  }
}
