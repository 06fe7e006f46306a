package org.psephos.tally.roll;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.PublicCredential;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;

/**
 * The codes made for a roll: the public list, ordered by the credentials so that it says nothing
 * about the order of voters, and the private list, which never leaves the registrar. Not thread
 * safe; close it when the private list is written.
 */
public final class Issue implements AutoCloseable {

  private final List<PublicCredential> credentials = new ArrayList<>();
  private final Map<String, Code> codeOf = new HashMap<>();
  private final List<Voter> voters;

  private Issue(List<Voter> voters) {
    this.voters = voters;
  }

  /** Makes a fresh code for each voter. */
  public static Issue to(
      ElectoralRoll roll, ElectionId election, Group group, SecureRandom random) {
    Issue issue = new Issue(roll.voters());
    for (Voter voter : roll.voters()) {
      Code code = Code.generate(random);
      try (CredentialKey key = code.derive(election, group)) {
        issue.credentials.add(new PublicCredential(key.credential(), voter.weight()));
      }
      issue.codeOf.put(voter.login(), code);
    }
    return issue;
  }

  /** What the board shows. */
  public CredentialList publicList() {
    return CredentialList.of(credentials);
  }

  /** One line per voter: login and code, with check characters. The caller wipes it. */
  public byte[] privateList() {
    return PrivateList.write(voters, codeOf);
  }

  @Override
  public void close() {
    codeOf.values().forEach(Code::close);
  }
}
