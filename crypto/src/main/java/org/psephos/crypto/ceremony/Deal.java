package org.psephos.crypto.ceremony;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SignedMessage;

/**
 * Everything that a member sends in the third step. Making it again would give other bytes, so it
 * is kept before any of it is sent.
 *
 * @param dealing for the board
 * @param shares for the mailbox, in the order of the recipients' indexes, the dealer's own included
 */
public record Deal(Dealing dealing, List<SealedShare> shares) {

  public Deal {
    shares = List.copyOf(shares);
    if (!dealing.shares().equals(shares.stream().map(SealedShare::hash).toList())) {
      throw new IllegalArgumentException("these are not the shares of the dealing");
    }
  }

  /**
   * Deals the shares of a polynomial.
   *
   * @param index of the dealer
   * @param certificates of all members as they stand on the board, inspected
   * @throws IllegalArgumentException if a part belongs to another ceremony or member
   */
  public static Deal make(
      Ceremony ceremony,
      int index,
      List<Certificate> certificates,
      MemberKeys keys,
      SecretPolynomial polynomial,
      SecureRandom random) {
    ceremony.requireMember(index);
    if (certificates.size() != ceremony.size()
        || polynomial.commitments().size() != ceremony.threshold()
        || !keys.belongTo(certificates.get(index - 1))) {
      throw new IllegalArgumentException("parts of different ceremonies or members");
    }
    List<SealedShare> shares = new ArrayList<>(ceremony.size());
    for (int to = 1; to <= ceremony.size(); to++) {
      ShareRoute route =
          new ShareRoute(
              ceremony, index, to, certificates.get(index - 1), certificates.get(to - 1));
      shares.add(share(route, polynomial, keys, random));
    }
    List<Digest> hashes = shares.stream().map(SealedShare::hash).toList();
    String seen = PedersenGroup.certificatesText(certificates, polynomial.commitments());
    return new Deal(
        new Dealing(
            Coefficients.sign(polynomial.commitments(), keys.signing(), random),
            hashes,
            SignedMessage.signature(
                Dealing.sharesText(ceremony, index, hashes), keys.signing(), random),
            SignedMessage.signature(seen, keys.signing(), random)),
        shares);
  }

  private static SealedShare share(
      ShareRoute route, SecretPolynomial polynomial, MemberKeys keys, SecureRandom random) {
    try (SecretScalar value = polynomial.at(route.to())) {
      byte[] plain = ShareText.write(route, value, keys.signing(), random);
      try {
        return SealedShare.of(
            EncryptedShare.encrypt(plain, route.recipient().encryption(), random).encode());
      } catch (DecodingException e) {
        throw new IllegalStateException("our shares are small", e);
      } finally {
        Arrays.fill(plain, (byte) 0);
      }
    }
  }
}
