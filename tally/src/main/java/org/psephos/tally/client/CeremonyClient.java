package org.psephos.tally.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.tally.ceremony.CeremonyStep.Send;
import org.psephos.tally.ceremony.CeremonyStep.SendCertificate;
import org.psephos.tally.ceremony.CeremonyStep.SendCommitment;
import org.psephos.tally.ceremony.CeremonyStep.SendComplaint;
import org.psephos.tally.ceremony.CeremonyStep.SendDealing;
import org.psephos.tally.ceremony.CeremonyStep.SendKey;
import org.psephos.tally.ceremony.Membership;

/** A trustee's requests to the mailbox of the key ceremony. Believes nothing that it gets. */
public final class CeremonyClient {

  private final ServiceClient client;
  private final String uuid;

  public CeremonyClient(ServiceClient client, String uuid) {
    this.client = client;
    this.uuid = uuid;
  }

  /**
   * The group that the service says this trustee belongs to; empty for one who holds a key alone.
   * People compare it with what they agreed.
   */
  public Optional<Membership> membership(Group group)
      throws ServiceException, InterruptedException {
    Json answer = client.get(path("seat")).json();
    try {
      JsonFields fields = JsonFields.of(answer);
      if (!fields.has("index")) {
        return Optional.empty();
      }
      int index = small(fields.number("index"));
      int size = small(fields.number("size"));
      int threshold = small(fields.number("threshold"));
      return Optional.of(new Membership(new ElectionId(uuid), group, index, size, threshold));
    } catch (DecodingException | IllegalArgumentException e) {
      throw senseless("seat", e.getMessage());
    }
  }

  private static int small(long number) throws DecodingException {
    if (number < 1 || number > Trustees.MAX_OWNERS) {
      throw new DecodingException("", "1 to " + Trustees.MAX_OWNERS, Long.toString(number));
    }
    return (int) number;
  }

  /** Sends what a member has to say. Sending the same again changes nothing. */
  public void send(Send step) throws ServiceException, InterruptedException {
    if (step instanceof SendCertificate certificate) {
      put(certificate.attempt(), "certificate", certificate.certificate().encode());
    } else if (step instanceof SendCommitment commitment) {
      Json body = Json.Obj.with("commitment", commitment.commitment().hex()).build();
      put(commitment.attempt(), "commitment", body.toBytes());
    } else if (step instanceof SendDealing dealing) {
      put(dealing.attempt(), "dealing", body(dealing.deal()));
    } else if (step instanceof SendKey key) {
      put(key.attempt(), "verification-key", key.key().encode());
    } else if (step instanceof SendComplaint complaint) {
      put(complaint.attempt(), "complaints/" + complaint.against(), complaint.evidence().encode());
    }
  }

  private void put(int attempt, String step, byte[] body)
      throws ServiceException, InterruptedException {
    client.putJson(path(attempt + "/" + step), body);
  }

  private static byte[] body(Deal deal) {
    List<Json> shares =
        deal.shares().stream().<Json>map(share -> new Json.Text(share.hex())).toList();
    try {
      Json dealing = JsonParser.parse(deal.dealing().encode(), Limits.OBJECT);
      return Json.Obj.with("dealing", dealing)
          .and("shares", new Json.Arr(shares))
          .build()
          .toBytes();
    } catch (DecodingException e) {
      throw new IllegalStateException("our own dealing is canonical", e);
    }
  }

  /** The encrypted shares for this member by the index of the dealer, whatever bytes they are. */
  public Map<Integer, SealedShare> shares(int attempt)
      throws ServiceException, InterruptedException {
    Json answer = client.get(path(attempt + "/shares")).json();
    try {
      JsonFields fields = JsonFields.of(answer);
      List<SealedShare> list =
          fields.list("shares", text -> SealedShare.fromHex(JsonFields.text(text)));
      Map<Integer, SealedShare> shares = new HashMap<>();
      for (SealedShare share : list) {
        shares.put(shares.size() + 1, share);
      }
      return shares;
    } catch (DecodingException e) {
      throw senseless("shares", e.getMessage());
    }
  }

  private String path(String part) {
    return ElectionPaths.of(uuid, "ceremony/" + part);
  }

  private static ServiceException senseless(String what, String why) {
    return new ServiceException(
        200, "unexpected", "the service's answer about " + what + " makes no sense: " + why);
  }
}
