package org.psephos.crypto.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * The two keys that a member makes for one attempt: one signs its messages, the other receives the
 * shares. Never used in two attempts. {@link #close} wipes both.
 */
public final class MemberKeys implements AutoCloseable {

  private final TrusteeKeyPair signing;
  private final TrusteeKeyPair receiving;

  private MemberKeys(TrusteeKeyPair signing, TrusteeKeyPair receiving) {
    this.signing = signing;
    this.receiving = receiving;
  }

  /** Two fresh, uniformly random keys, neither of them zero. */
  public static MemberKeys generate(Group group, SecureRandom random) {
    return new MemberKeys(
        TrusteeKeyPair.generate(group, random), TrusteeKeyPair.generate(group, random));
  }

  /**
   * Takes keys back, for example from an opened file. The caller compares them with the certificate
   * that it expects: see {@link #belongTo}.
   *
   * @param bytes what {@link #exposeBytes} gave; the caller keeps and wipes them
   * @throws IllegalArgumentException if their number is not that of two keys
   */
  public static MemberKeys restore(Group group, byte[] bytes) {
    int length = (group.orderBits() + 7) / 8;
    if (bytes.length != 2 * length) {
      throw new IllegalArgumentException("two keys have " + 2 * length + " bytes");
    }
    return new MemberKeys(
        restore(group, bytes, 0, length), restore(group, bytes, length, 2 * length));
  }

  private static TrusteeKeyPair restore(Group group, byte[] bytes, int from, int to) {
    byte[] one = Arrays.copyOfRange(bytes, from, to);
    try {
      return TrusteeKeyPair.restore(group, one);
    } finally {
      Arrays.fill(one, (byte) 0);
    }
  }

  public Group group() {
    return signing.group();
  }

  /** The certificate of these keys. */
  public Certificate certify(Ceremony ceremony, int index, SecureRandom random) {
    return Certificate.sign(ceremony.context(index), signing, receiving.publicKey(), random);
  }

  /** True if a certificate names exactly these keys. */
  public boolean belongTo(Certificate certificate) {
    return signing.publicKey().equals(certificate.verification())
        && receiving.publicKey().equals(certificate.encryption());
  }

  /**
   * The verification key of a member's share of the key: proved with the share, signed with these.
   *
   * @param share see {@link Dealings#combine}
   */
  public TrusteeKey publish(TrusteeKeyPair share, SecureRandom random) {
    return share.prove(random).signedBy(signing, random);
  }

  /** Signs; stays owned by these keys. */
  TrusteeKeyPair signing() {
    return signing;
  }

  /** d·alpha, with which a share to this member is opened. */
  Element factor(Element alpha) {
    return alpha.timesSecret(receiving.secret());
  }

  /** Opens shares; stays owned by these keys. */
  TrusteeKeyPair receiving() {
    return receiving;
  }

  /**
   * Both secrets, the signing one first, big-endian, each padded to the length of q, for writing
   * into an encrypted file. The caller wipes the array.
   */
  public byte[] exposeBytes() {
    byte[] first = signing.exposeSecret();
    byte[] second = receiving.exposeSecret();
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    Arrays.fill(first, (byte) 0);
    Arrays.fill(second, (byte) 0);
    return both;
  }

  @Override
  public void close() {
    signing.close();
    receiving.close();
  }
}
