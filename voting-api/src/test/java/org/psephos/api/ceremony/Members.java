package org.psephos.api.ceremony;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/** The members of a threshold group in one attempt over HTTP, each step whenever a test wants. */
final class Members {

  private final Held held;
  private final int first;
  private final HeldCeremony made;
  private final Map<Integer, TrusteeKey> published = new HashMap<>();

  /**
   * Members with fresh secrets.
   *
   * @param first the number of the trustee that is member 1
   */
  Members(Held held, int first, int attempt, int size, int threshold) throws Exception {
    this.held = held;
    this.first = first;
    Ceremony ceremony =
        new Ceremony(
            new ElectionId(held.uuid()), attempt, Groups.named("Ed25519"), size, threshold);
    this.made = new HeldCeremony(ceremony, held.uuid() + attempt);
  }

  HeldCeremony made() {
    return made;
  }

  Answer certify(int index) {
    return put(index, "certificate", made.certificates().get(index - 1).encode());
  }

  Answer commit(int index) {
    String hash = made.commitment(index).hex();
    return put(index, "commitment", Json.Obj.with("commitment", hash).build().toBytes());
  }

  Answer deal(int index) {
    List<SealedShare> shares = new ArrayList<>();
    for (int to = 1; to <= made.ceremony().size(); to++) {
      shares.add(made.share(index, to));
    }
    return deal(index, made.dealing(index), shares);
  }

  Answer deal(int index, Dealing dealing, List<SealedShare> shares) {
    List<Json> texts = new ArrayList<>();
    shares.forEach(
        share -> texts.add(new Json.Text(HexFormat.of().formatHex(share.toByteArray()))));
    Json body =
        Json.Obj.with("dealing", parse(dealing.encode()))
            .and("shares", new Json.Arr(texts))
            .build();
    return put(index, "dealing", body.toBytes());
  }

  /** The member's dealing with other shares, signed by the member. */
  Dealing dealingOf(int index, List<SealedShare> shares) {
    Dealing honest = made.dealing(index);
    List<Digest> hashes = shares.stream().map(SealedShare::hash).toList();
    String text =
        "psephos/shares/1|"
            + made.ceremony().id()
            + "|"
            + index
            + "|"
            + String.join(",", hashes.stream().map(Digest::hex).toList());
    byte[] both = made.keys(index).exposeBytes();
    byte[] signing = Arrays.copyOf(both, both.length / 2);
    try (TrusteeKeyPair signer = TrusteeKeyPair.restore(made.ceremony().group(), signing)) {
      return new Dealing(
          honest.coefficients(),
          hashes,
          SignedMessage.signature(text, signer, made.random()),
          honest.signature());
    }
  }

  /** What the mailbox gives out. */
  List<SealedShare> shares(int index) throws Exception {
    List<SealedShare> shares = new ArrayList<>();
    for (Json text : ((Json.Arr) fetchShares(index).json().members().get("shares")).items()) {
      shares.add(SealedShare.of(HexFormat.of().parseHex(((Json.Text) text).value())));
    }
    return shares;
  }

  Answer fetchShares(int index) {
    return held.client().get(path("shares"), held.trustee(first + index - 1));
  }

  /** The same key each time. */
  Answer publish(int index) {
    return publish(index, published.computeIfAbsent(index, made::verificationKey));
  }

  Answer publish(int index, TrusteeKey key) {
    return put(index, "verification-key", key.encode());
  }

  Answer complain(int index, int against, Evidence evidence) {
    return put(index, "complaints/" + against, evidence.encode());
  }

  /** The dealings on the board, if one of them is not the honest one. */
  Dealings dealingsWith(int index, Dealing dealing) {
    List<Dealing> all = new ArrayList<>();
    for (int i = 1; i <= made.ceremony().size(); i++) {
      all.add(i == index ? dealing : made.dealing(i));
    }
    return new Dealings(made.ceremony(), made.certificates(), all);
  }

  Answer abandon() throws Exception {
    byte[] body = Utf8.encode("{\"reason\":{\"en\":\"Member 2 lost the key.\"}}");
    return held.client().send("POST", held.path("/ceremony/abandon"), Held.officialToken(), body);
  }

  private Answer put(int index, String step, byte[] body) {
    return held.client().send("PUT", path(step), held.trustee(first + index - 1), body);
  }

  private String path(String step) {
    return held.path("/ceremony/" + made.ceremony().attempt() + "/" + step);
  }

  private static Json parse(byte[] bytes) {
    try {
      return JsonParser.parse(bytes, Limits.OBJECT);
    } catch (DecodingException e) {
      throw new AssertionError(e);
    }
  }
}
