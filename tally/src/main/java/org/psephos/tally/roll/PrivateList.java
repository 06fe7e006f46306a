package org.psephos.tally.roll;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.InvalidCodeException;
import org.psephos.crypto.credential.PublicCredential;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;

/**
 * Who has which code: the one list that never leaves the registrar. The public list follows from
 * it. Closing it wipes the codes. Not thread safe.
 */
public final class PrivateList implements AutoCloseable {

  /** The columns that every private list has, before those kept from the voter list. */
  public static final List<String> OWN_COLUMNS = List.of("login", "code", "weight");

  private final List<String> columns;
  private final List<Voter> voters;
  private final List<Code> codes;

  PrivateList(List<String> columns, List<Voter> voters, List<Code> codes) {
    this.columns = List.copyOf(columns);
    this.voters = List.copyOf(voters);
    this.codes = List.copyOf(codes);
  }

  /** Makes a fresh code for each voter. */
  public static PrivateList issue(ElectoralRoll roll, SecureRandom random) {
    List<Code> codes = new ArrayList<>(roll.voters().size());
    for (int i = 0; i < roll.voters().size(); i++) {
      codes.add(Code.generate(random));
    }
    return new PrivateList(roll.columns(), roll.voters(), codes);
  }

  /**
   * Reads a list again.
   *
   * @throws RollException if it is not one that {@link #encode} wrote; it shows no code
   */
  public static PrivateList decode(byte[] content) throws RollException {
    return PrivateListText.read(content);
  }

  /** The list as CSV that spreadsheets take for text. The caller wipes it. */
  public byte[] encode() {
    return PrivateListText.write(this);
  }

  /**
   * The same list with fresh codes for some voters.
   *
   * @param logins whose; upper and lower case are one
   * @throws RollException naming those who are not on the list
   */
  public PrivateList reissue(List<String> logins, SecureRandom random) throws RollException {
    Set<String> wanted = new HashSet<>();
    logins.forEach(login -> wanted.add(Logins.oneForm(login.strip())));
    requireListed(logins);
    List<Code> next = new ArrayList<>(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      boolean fresh = wanted.contains(Logins.oneForm(voters.get(i).login()));
      next.add(fresh ? Code.generate(random) : copy(codes.get(i)));
    }
    return new PrivateList(columns, voters, next);
  }

  private void requireListed(List<String> logins) throws RollException {
    Set<String> known = new HashSet<>();
    voters.forEach(voter -> known.add(Logins.oneForm(voter.login())));
    List<String> strangers =
        logins.stream().filter(login -> !known.contains(Logins.oneForm(login.strip()))).toList();
    if (!strangers.isEmpty()) {
      throw new RollException("not on the list: " + String.join(", ", strangers));
    }
  }

  /**
   * The places of some voters.
   *
   * @throws RollException naming those who are not on the list
   */
  public List<Integer> places(List<String> logins) throws RollException {
    requireListed(logins);
    Set<String> wanted = new HashSet<>();
    logins.forEach(login -> wanted.add(Logins.oneForm(login.strip())));
    return IntStream.range(0, size())
        .filter(i -> wanted.contains(Logins.oneForm(voters.get(i).login())))
        .boxed()
        .toList();
  }

  private static Code copy(Code code) {
    try {
      return Code.readUnchecked(code.expose());
    } catch (InvalidCodeException e) {
      throw new IllegalStateException("a code reads as it is written", e);
    }
  }

  /** What the board shows; it is in the order of the credentials, whatever the voters' order is. */
  public CredentialList publicList(ElectionId election, Group group) {
    List<PublicCredential> credentials =
        IntStream.range(0, codes.size())
            .parallel()
            .mapToObj(i -> credential(i, election, group))
            .toList();
    return CredentialList.of(credentials);
  }

  private PublicCredential credential(int place, ElectionId election, Group group) {
    try (CredentialKey key = codes.get(place).derive(election, group)) {
      return new PublicCredential(key.credential(), voters.get(place).weight());
    }
  }

  /** Whether it was made for this very voter list. */
  public boolean isFor(ElectoralRoll roll) {
    return voters.equals(roll.voters()) && columns.equals(roll.columns());
  }

  public int size() {
    return voters.size();
  }

  /** The names of the columns kept from the voter list. */
  public List<String> columns() {
    return columns;
  }

  public Voter voter(int place) {
    return voters.get(place);
  }

  /** The secret text of a voter's code, with check characters. */
  public String exposeCode(int place) {
    return codes.get(place).exposeWithCheck();
  }

  @Override
  public void close() {
    codes.forEach(Code::close);
  }

  @Override
  public String toString() {
    return "the codes of " + size() + " voters";
  }
}
