package org.psephos.tally.simulation;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.PublicCredential;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;

/**
 * All voters with their secrets, which are kept as bytes because there may be a million of them.
 * Keys are safe to ask for from many threads.
 */
final class Electorate implements AutoCloseable {

  private final Group group;
  private final byte[][] secrets;
  private final CredentialList list;

  private Electorate(Group group, byte[][] secrets, CredentialList list) {
    this.group = group;
    this.secrets = secrets;
    this.list = list;
  }

  static Electorate of(Group group, int voters, SecureRandom random) {
    byte[][] secrets = new byte[voters][];
    List<PublicCredential> credentials =
        IntStream.range(0, voters)
            .parallel()
            .mapToObj(voter -> register(group, secrets, voter, random))
            .toList();
    return new Electorate(group, secrets, CredentialList.of(credentials));
  }

  private static PublicCredential register(
      Group group, byte[][] secrets, int voter, SecureRandom random) {
    SecretScalar secret = group.randomSecret(random);
    secrets[voter] = secret.exposeBytes();
    try (CredentialKey key = CredentialKey.of(secret)) {
      return new PublicCredential(key.credential(), 1);
    }
  }

  /** The public list. */
  CredentialList list() {
    return list;
  }

  /** The key of a voter, numbered from 0; the caller closes it. */
  CredentialKey key(int voter) {
    return CredentialKey.of(group.reduceSecret(secrets[voter]));
  }

  @Override
  public void close() {
    for (byte[] secret : secrets) {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
