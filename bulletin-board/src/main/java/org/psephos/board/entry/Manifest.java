package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * Everything that the election fingerprint must pin and version 1's election.json does not hold.
 * election.json names this object's hash, so the fingerprint pins it.
 *
 * @param booth the hash of the voting page, if fixed
 * @param credentials the hash of the list of public credentials
 * @param genesis the SHA-256 of board entry 0
 * @param texts language tag to the hash of the definition in that language, see {@link
 *     TextDefinition}
 * @param trustees the hash of version 1's trustees
 * @param witnesses the hash of the witness policy, if there is one
 */
public record Manifest(
    Optional<Digest> booth,
    Digest credentials,
    Digest genesis,
    RegistrarKey registrar,
    Rules rules,
    SortedMap<String, Digest> texts,
    Digest trustees,
    Optional<Digest> witnesses) {

  public Manifest {
    requireNonNull(booth, "booth is null");
    requireNonNull(credentials, "credentials is null");
    requireNonNull(genesis, "genesis is null");
    requireNonNull(registrar, "registrar is null");
    requireNonNull(rules, "rules is null");
    texts = Languages.copy(texts);
    requireNonNull(trustees, "trustees is null");
    requireNonNull(witnesses, "witnesses is null");
  }

  /** What the credential authority of election.json has to say. */
  public static String credentialAuthority(Digest manifest) {
    return "psephos/1 " + manifest.hex();
  }

  /** The texts; the other hashes name things that are reached or checked elsewhere. */
  public List<Reference> references() {
    return texts.values().stream()
        .map(hash -> new Reference(hash, ObjectKind.TEXT_DEFINITION))
        .toList();
  }

  public BoardObject encode() {
    Map<String, Json> members = new TreeMap<>();
    booth.ifPresent(hash -> members.put("booth", text(hash)));
    members.put("credentials", text(credentials));
    members.put("genesis", text(genesis));
    members.put("registrar", new Json.Text(registrar.hex()));
    members.put("rules", rules.toJson());
    Map<String, Json> hashes = new TreeMap<>();
    texts.forEach((tag, hash) -> hashes.put(tag, text(hash)));
    members.put("texts", new Json.Obj(hashes));
    members.put("trustees", text(trustees));
    witnesses.ifPresent(hash -> members.put("witnesses", text(hash)));
    return BoardObject.of(CanonicalJson.encode(new Json.Obj(members)));
  }

  /**
   * Reads a manifest.
   *
   * @throws DecodingException if it is malformed or not canonical
   */
  public static Manifest decode(BoardObject object) throws DecodingException {
    JsonFields fields = JsonFields.of(CanonicalJson.parse(object.toByteArray(), Limits.OBJECT));
    Optional<Digest> booth = fields.optional("booth", Checked::hash);
    Digest credentials = fields.required("credentials", Checked::hash);
    Digest genesis = fields.required("genesis", Checked::hash);
    RegistrarKey registrar = fields.required("registrar", Checked::registrar);
    Rules rules = fields.required("rules", Rules::decode);
    SortedMap<String, Digest> texts =
        fields.required("texts", value -> Languages.decode(value, Checked::hash));
    Digest trustees = fields.required("trustees", Checked::hash);
    Optional<Digest> witnesses = fields.optional("witnesses", Checked::hash);
    fields.end();
    return new Manifest(booth, credentials, genesis, registrar, rules, texts, trustees, witnesses);
  }

  private static Json text(Digest hash) {
    return new Json.Text(hash.hex());
  }
}
