package org.psephos.crypto.decryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.BeleniosVector;
import org.psephos.crypto.fixture.VectorSecrets;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** The known answer of the strong decryption proof: vector b, owner 1. */
class StrongDecryptionProofVectorTest {

  @Test
  void contextWeightsAndProofAreTheKnownOnes() throws DecodingException {
    Map<String, Json> known = known();
    BeleniosVector vector = BeleniosVector.b();
    Election election = Election.decode(vector.election());
    EncryptedTally tally = EncryptedTally.decode(vector.encryptedTally(), election);
    Owned owned = Owned.decode(vector.ownedDecryptions().get(0));
    PartialDecryption partial =
        PartialDecryption.decode(vector.partialDecryptions().get(0), tally, election.group());
    Owner owner =
        Trustees.decode(vector.trustees(), election.group()).owner(owned.owner()).orElseThrow();
    TrusteeKeyPair pair = new VectorSecrets(vector).member(1);
    long nonce = Long.parseLong(text(known.get("nonce")));

    DecryptionStatement statement =
        new DecryptionStatement(election, tally, 1, pair.publicKey(), partial);
    StrongDecryptionProof proof =
        StrongDecryptionProof.prove(
            statement, 1, pair.secret(), partial.digest(), election.group().secret(nonce));
    byte[] object = Utf8.encode(text(known.get("object")));

    assertThat(statement.context()).isEqualTo(text(known.get("P")));
    assertThat(statement.weights())
        .extracting(Scalar::encode)
        .containsExactlyElementsOf(JsonFields.list(known.get("weights"), JsonFields::text));
    assertThat(proof.encode()).isEqualTo(object);
    assertThat(StrongDecryptionProof.decode(object, election.group())).isEqualTo(proof);
    assertThat(proof.inspect(election, tally, owner, partial).passed()).isTrue();
  }

  private static Map<String, Json> known() throws DecodingException {
    byte[] file = BeleniosVector.resource("/vectors/decryption-proof.json");
    return ((Json.Obj) JsonParser.parse(file, Limits.OBJECT)).members();
  }

  private static String text(Json value) {
    return ((Json.Text) value).value();
  }
}
