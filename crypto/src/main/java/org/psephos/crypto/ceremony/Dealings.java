package org.psephos.crypto.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.EqualLogarithms;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * What stands on the board when all members have dealt: enough to judge every share, every key and
 * every complaint. The parts have passed {@link CeremonyInspection}. Immutable.
 *
 * @param certificates in the order of indexes
 * @param dealings in the order of indexes
 */
public record Dealings(Ceremony ceremony, List<Certificate> certificates, List<Dealing> dealings) {

  public Dealings {
    certificates = List.copyOf(certificates);
    dealings = List.copyOf(dealings);
    int size = ceremony.size();
    if (certificates.size() != size
        || dealings.size() != size
        || dealings.stream().anyMatch(dealing -> dealing.shares().size() != size)) {
      throw new IllegalArgumentException(
          "a ceremony of " + size + " has as many certificates, dealings and shares in each");
    }
  }

  /** What the verification key of a member must be: Σ_i Σ_k index^k·A_{i,k}. */
  public Element keyOf(int index) {
    ceremony.requireMember(index);
    Element sum = ceremony.group().identity();
    for (Dealing dealing : dealings) {
      sum = sum.plus(dealing.coefficients().at(index));
    }
    return sum;
  }

  /**
   * Opens a share with the recipient's secret key and judges it. Never throws for what a dealer or
   * the mailbox may have done.
   *
   * @param from the index of the dealer
   * @param to the index of the recipient, whose keys these are
   * @return the caller closes what is accepted
   */
  public ShareOutcome open(int from, int to, SealedShare share, MemberKeys keys) {
    requireRecipient(to, keys);
    if (!share.hash().equals(hash(from, to))) {
      return new ShareOutcome.Refused(ShareFault.OTHER_BYTES);
    }
    Optional<EncryptedShare> encrypted = read(share);
    if (encrypted.isEmpty()) {
      return new ShareOutcome.Refused(ShareFault.UNREADABLE);
    }
    return judge(from, to, encrypted.get(), keys.factor(encrypted.get().alpha()));
  }

  /**
   * The evidence against the dealer of a share; empty if the share proves nothing against it, so
   * that an honest dealer is never accused.
   */
  public Optional<Evidence> complain(
      int from, int to, SealedShare share, MemberKeys keys, SecureRandom random) {
    requireRecipient(to, keys);
    Evidence evidence =
        new Evidence(read(share).map(readable -> opening(from, to, readable, keys, random)), share);
    return judge(from, to, evidence) instanceof Judgement.Proven
        ? Optional.of(evidence)
        : Optional.empty();
  }

  private Evidence.Opening opening(
      int from, int to, EncryptedShare share, MemberKeys keys, SecureRandom random) {
    Element factor = keys.factor(share.alpha());
    Proof proof =
        EqualLogarithms.prove(
            prefix(from, to, share.alpha(), factor),
            share.alpha(),
            keys.receiving().secret(),
            random);
    return new Evidence.Opening(factor, proof);
  }

  /**
   * Judges a complaint; everybody comes to the same judgement.
   *
   * @param from the index of the dealer that is accused
   * @param to the index of the member that complains
   */
  public Judgement judge(int from, int to, Evidence evidence) {
    if (!evidence.share().hash().equals(hash(from, to))) {
      return new Judgement.NotProven(Judgement.Reason.OTHER_SHARE);
    }
    Optional<EncryptedShare> share = read(evidence.share());
    if (share.isEmpty()) {
      return evidence.opening().isEmpty()
          ? new Judgement.Proven(ShareFault.UNREADABLE)
          : new Judgement.NotProven(Judgement.Reason.NEEDLESS_OPENING);
    }
    if (evidence.opening().isEmpty()) {
      return new Judgement.NotProven(Judgement.Reason.NO_OPENING);
    }
    if (!holds(from, to, share.get().alpha(), evidence.opening().get())) {
      return new Judgement.NotProven(Judgement.Reason.PROOF);
    }
    ShareOutcome outcome = judge(from, to, share.get(), evidence.opening().get().factor());
    if (outcome instanceof ShareOutcome.Refused refused) {
      return new Judgement.Proven(refused.fault());
    }
    return new Judgement.NotProven(Judgement.Reason.GOOD_SHARE);
  }

  private boolean holds(int from, int to, Element alpha, Evidence.Opening opening) {
    Element factor = opening.factor();
    return EqualLogarithms.verify(
        prefix(from, to, alpha, factor),
        certificates.get(to - 1).encryption(),
        alpha,
        factor,
        opening.proof());
  }

  private String prefix(int from, int to, Element alpha, Element factor) {
    return String.join(
        "|",
        "psephos/complaint/1",
        ceremony.id(),
        Integer.toString(to),
        Integer.toString(from),
        certificates.get(to - 1).encryption().encode(),
        alpha.encode(),
        factor.encode(),
        "");
  }

  private ShareOutcome judge(int from, int to, EncryptedShare share, Element factor) {
    Optional<byte[]> plain = share.open(factor);
    if (plain.isEmpty()) {
      return new ShareOutcome.Refused(ShareFault.TAG);
    }
    try {
      return judge(route(from, to), ShareText.read(plain.get(), ceremony.group()));
    } catch (DecodingException e) {
      // Its text may quote the secret and goes nowhere.
      return new ShareOutcome.Refused(ShareFault.MALFORMED);
    } finally {
      Arrays.fill(plain.get(), (byte) 0);
    }
  }

  private ShareOutcome judge(ShareRoute route, ShareText text) {
    Optional<ShareFault> fault = text.fault(route);
    if (fault.isPresent()) {
      return new ShareOutcome.Refused(fault.get());
    }
    Group group = ceremony.group();
    Optional<SecretScalar> value = text.value(group);
    if (value.isEmpty()) {
      return new ShareOutcome.Refused(ShareFault.SECRET);
    }
    Element expected = dealings.get(route.from() - 1).coefficients().at(route.to());
    if (!group.generatorBase().timesSecret(value.get()).equals(expected)) {
      value.get().close();
      return new ShareOutcome.Refused(ShareFault.VALUE);
    }
    return new ShareOutcome.Accepted(value.get());
  }

  private Optional<EncryptedShare> read(SealedShare share) {
    try {
      return Optional.of(EncryptedShare.decode(share, ceremony.group()));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  private ShareRoute route(int from, int to) {
    return new ShareRoute(ceremony, from, to, certificates.get(from - 1), certificates.get(to - 1));
  }

  private void requireRecipient(int to, MemberKeys keys) {
    ceremony.requireMember(to);
    if (!keys.belongTo(certificates.get(to - 1))) {
      throw new IllegalArgumentException("these are not the keys of member " + to);
    }
  }

  /** The hash of a share as its dealer published it. */
  public Digest hash(int from, int to) {
    ceremony.requireMember(from);
    ceremony.requireMember(to);
    return dealings.get(from - 1).shares().get(to - 1);
  }

  /**
   * A member's share of the key: the sum of the shares that it accepted, one from every dealer.
   *
   * @param index of the member
   * @param shares in the order of the dealers; the caller closes them
   * @throws IllegalArgumentException unless they make the member's verification key
   */
  public TrusteeKeyPair combine(int index, List<ShareOutcome.Accepted> shares) {
    SecretScalar sum = ceremony.group().secret(0);
    for (ShareOutcome.Accepted share : shares) {
      try (SecretScalar before = sum) {
        sum = before.plus(share.value());
      }
    }
    byte[] bytes = sum.exposeBytes();
    sum.close();
    try {
      TrusteeKeyPair pair = TrusteeKeyPair.restore(ceremony.group(), bytes);
      if (!pair.publicKey().equals(keyOf(index))) {
        pair.close();
        throw new IllegalArgumentException("these shares are not all of member " + index);
      }
      return pair;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * The finished group, in the form that we write.
   *
   * @param keys the verification keys in the order of indexes, inspected
   */
  public PedersenGroup finish(List<TrusteeKey> keys) {
    if (keys.size() != ceremony.size()) {
      throw new IllegalArgumentException("a finished group has a key for each member");
    }
    return new PedersenGroup(
        ceremony.threshold(),
        certificates,
        dealings.stream().map(Dealing::coefficients).toList(),
        Optional.of(dealings.stream().map(Dealing::signature).toList()),
        keys);
  }
}
