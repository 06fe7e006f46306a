package org.psephos.tally.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/**
 * What a member made in an attempt and what it had seen when it did, without its secrets
 * (docs/spec/encoding.md, section 7.1). Immutable.
 *
 * @param seenCertificates the hashes of all certificates that it committed itself under; empty
 *     before
 * @param commitment what it committed itself to
 * @param seenCommitments those that it dealt under; empty before
 * @param seenDealings the hashes of all dealings under which it made its key or its complaint;
 *     empty before
 * @param publicKey the key that its key file holds or is about to hold
 */
record MemberRecord(
    int attempt,
    int index,
    int size,
    int threshold,
    Certificate certificate,
    List<Digest> seenCertificates,
    Optional<Digest> commitment,
    List<Digest> seenCommitments,
    Optional<Deal> deal,
    List<Digest> seenDealings,
    Optional<Element> publicKey,
    Optional<TrusteeKey> verificationKey,
    Optional<Complaint> complaint) {

  /** What it says against another member. */
  record Complaint(int against, Evidence evidence) {}

  private static final Limits LIMITS = new Limits(384 << 10, 4, 64 << 10);

  MemberRecord {
    seenCertificates = List.copyOf(seenCertificates);
    seenCommitments = List.copyOf(seenCommitments);
    seenDealings = List.copyOf(seenDealings);
  }

  /** The first step of an attempt. */
  static MemberRecord of(Membership member, int attempt, Certificate certificate) {
    return new MemberRecord(
        attempt,
        member.index(),
        member.size(),
        member.threshold(),
        certificate,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  MemberRecord committed(Digest to, List<Digest> certificates) {
    return new MemberRecord(
        attempt,
        index,
        size,
        threshold,
        certificate,
        certificates,
        Optional.of(to),
        seenCommitments,
        deal,
        seenDealings,
        publicKey,
        verificationKey,
        complaint);
  }

  MemberRecord dealt(Deal made, List<Digest> commitments) {
    return new MemberRecord(
        attempt,
        index,
        size,
        threshold,
        certificate,
        seenCertificates,
        commitment,
        commitments,
        Optional.of(made),
        seenDealings,
        publicKey,
        verificationKey,
        complaint);
  }

  MemberRecord complaining(Complaint made, List<Digest> dealings) {
    return new MemberRecord(
        attempt,
        index,
        size,
        threshold,
        certificate,
        seenCertificates,
        commitment,
        seenCommitments,
        deal,
        dealings,
        publicKey,
        verificationKey,
        Optional.of(made));
  }

  MemberRecord holding(Element key, List<Digest> dealings) {
    return new MemberRecord(
        attempt,
        index,
        size,
        threshold,
        certificate,
        seenCertificates,
        commitment,
        seenCommitments,
        deal,
        dealings,
        Optional.of(key),
        verificationKey,
        complaint);
  }

  MemberRecord publishing(TrusteeKey key) {
    return new MemberRecord(
        attempt,
        index,
        size,
        threshold,
        certificate,
        seenCertificates,
        commitment,
        seenCommitments,
        deal,
        seenDealings,
        publicKey,
        Optional.of(key),
        complaint);
  }

  static MemberRecord decode(byte[] bytes, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    Optional<Dealing> dealing =
        fields.optional("dealing", text -> Dealing.decode(bytes(text), group));
    List<SealedShare> shares = list(fields, "shares", text -> SealedShare.of(bytes(text)));
    MemberRecord record =
        new MemberRecord(
            fields.required("attempt", MemberRecord::small),
            fields.required("index", MemberRecord::small),
            fields.required("size", MemberRecord::small),
            fields.required("threshold", MemberRecord::small),
            fields.required("certificate", text -> Certificate.decode(bytes(text), group)),
            list(fields, "seen_certificates", MemberRecord::digest),
            fields.optional("commitment", MemberRecord::digest),
            list(fields, "seen_commitments", MemberRecord::digest),
            dealing.map(shown -> new Deal(shown, shares)),
            list(fields, "seen_dealings", MemberRecord::digest),
            fields.optional("key", text -> group.decode(JsonFields.text(text))),
            fields.optional("verification_key", text -> TrusteeKey.decode(bytes(text), group)),
            fields.optional("complaint", value -> complaint(value, group)));
    fields.end();
    JsonParser.requireCanonical(bytes, record.toJson());
    return record;
  }

  private static <T> List<T> list(JsonFields fields, String name, JsonFields.Decoder<T> decoder)
      throws DecodingException {
    return fields.has(name) ? fields.list(name, decoder) : List.of();
  }

  private static Complaint complaint(Json value, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(value);
    Complaint complaint =
        new Complaint(
            fields.required("against", MemberRecord::small),
            fields.required("evidence", text -> Evidence.decode(bytes(text), group)));
    fields.end();
    return complaint;
  }

  private static int small(Json value) throws DecodingException {
    long number = JsonFields.number(value);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw new DecodingException("", "a number from 1", Long.toString(number));
    }
    return (int) number;
  }

  private static Digest digest(Json value) throws DecodingException {
    return Digest.fromHex(JsonFields.text(value));
  }

  private static byte[] bytes(Json value) throws DecodingException {
    return Utf8.encode(JsonFields.text(value));
  }

  byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    Json.Builder object =
        Json.Obj.with("attempt", attempt)
            .and("certificate", text(certificate.encode()))
            .and("index", index)
            .and("size", size)
            .and("threshold", threshold);
    commitment.ifPresent(digest -> object.and("commitment", digest.hex()));
    complaint.ifPresent(
        made ->
            object.and(
                "complaint",
                Json.Obj.with("against", made.against())
                    .and("evidence", text(made.evidence().encode()))
                    .build()));
    deal.ifPresent(
        made ->
            object
                .and("dealing", text(made.dealing().encode()))
                .and(
                    "shares",
                    array(made.shares().stream().map(s -> text(s.toByteArray())).toList())));
    publicKey.ifPresent(key -> object.and("key", key.encode()));
    verificationKey.ifPresent(key -> object.and("verification_key", text(key.encode())));
    seen(object, "seen_certificates", seenCertificates);
    seen(object, "seen_commitments", seenCommitments);
    seen(object, "seen_dealings", seenDealings);
    return object.build().sorted();
  }

  private static void seen(Json.Builder object, String name, List<Digest> digests) {
    if (!digests.isEmpty()) {
      object.and(name, array(digests.stream().map(Digest::hex).toList()));
    }
  }

  private static Json array(List<String> texts) {
    List<Json> items = new ArrayList<>(texts.size());
    texts.forEach(text -> items.add(new Json.Text(text)));
    return new Json.Arr(items);
  }

  private static String text(byte[] object) {
    try {
      return Utf8.decode(object);
    } catch (DecodingException e) {
      throw new IllegalStateException("what we make is text", e);
    }
  }
}
