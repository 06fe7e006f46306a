package org.psephos.crypto.election;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * The object that ties an election to its trustees and its credentials by their digests (protocol
 * §12).
 *
 * @param election digest of {@code election.json}: the fingerprint
 * @param trustees digest of {@code trustees.json}
 * @param credentials digest of the list of public credentials
 * @param credentialsCertificate digest of a foreign tool's certificate; our own elections have none
 */
public record SetupData(
    Digest election, Digest trustees, Digest credentials, Optional<Digest> credentialsCertificate) {

  /** A setup of our own. */
  public SetupData(Digest election, Digest trustees, Digest credentials) {
    this(election, trustees, credentials, Optional.empty());
  }

  /**
   * Reads the object.
   *
   * @throws DecodingException unless it is the canonical spelling of setup data
   */
  public static SetupData decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    SetupData setup =
        new SetupData(
            fields.required("election", SetupData::digest),
            fields.required("trustees", SetupData::digest),
            fields.required("credentials", SetupData::digest),
            fields.optional("credentials_certificate", SetupData::digest));
    fields.end();
    JsonParser.requireCanonical(bytes, setup.toJson());
    return setup;
  }

  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    Json.Builder object =
        Json.Obj.with("election", election.hex())
            .and("trustees", trustees.hex())
            .and("credentials", credentials.hex());
    credentialsCertificate.ifPresent(digest -> object.and("credentials_certificate", digest.hex()));
    return object.build();
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }
}
