package org.psephos.tally.cli;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;

/** Posts lists of public credentials, and nothing else. */
record Posting(ServiceClient client, String uuid) {

  static Posting of(ServiceClient client, String uuid) {
    return new Posting(client, uuid);
  }

  /** What the service says that it made of a list. */
  record Receipt(long read, long added, long kept, long removed, long reissued) {

    String inWords() {
      return read
          + " public credentials are posted: "
          + added
          + " new, "
          + kept
          + " as before, "
          + removed
          + " gone."
          + (reissued == 0 ? "" : " Codes made anew, as the board shows: " + reissued + ".");
    }
  }

  /** Posts a list under the registrar's key; the same list again changes nothing. */
  Receipt post(String key, CredentialList list) throws ServiceException, InterruptedException {
    String path = ElectionPaths.of(uuid, "credentials") + "?registrar=" + key;
    Reply reply = client.putJson(path, list.encode());
    try {
      JsonFields answer = JsonFields.of(reply.json());
      Receipt receipt =
          new Receipt(
              answer.number("read"),
              answer.number("added"),
              answer.number("kept"),
              answer.number("removed"),
              answer.number("reissued"));
      if (receipt.read() != list.size()) {
        throw new DecodingException("read", "" + list.size(), "" + receipt.read());
      }
      return receipt;
    } catch (DecodingException e) {
      throw new ServiceException(
          reply.status(), "unexpected", "the service's answer makes no sense: " + e.getMessage());
    }
  }
}
