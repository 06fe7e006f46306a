package org.psephos.tally.simulation;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.ceremony.ShareOutcome;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;

/** All members of a threshold group, who hold their key ceremony in one place. */
final class GroupKeys implements KeyMaking {

  private final Ceremony ceremony;
  private final SecureRandom random;
  private final List<MemberKeys> members = new ArrayList<>();
  private final List<Certificate> certificates = new ArrayList<>();
  private final List<Digest> commitments = new ArrayList<>();
  private final List<Deal> deals = new ArrayList<>();
  private final List<TrusteeKeyPair> pairs = new ArrayList<>();
  private final List<TrusteeKey> keys = new ArrayList<>();
  private final Dealings dealings;

  GroupKeys(Ceremony ceremony, SecureRandom random) {
    this.ceremony = ceremony;
    this.random = random;
    for (int index = 1; index <= ceremony.size(); index++) {
      MemberKeys mine = MemberKeys.generate(ceremony.group(), random);
      members.add(mine);
      certificates.add(mine.certify(ceremony, index, random));
    }
    for (int index = 1; index <= ceremony.size(); index++) {
      deal(index);
    }
    this.dealings =
        new Dealings(ceremony, certificates, deals.stream().map(Deal::dealing).toList());
    for (int index = 1; index <= ceremony.size(); index++) {
      TrusteeKeyPair pair = receive(index);
      pairs.add(pair);
      keys.add(members.get(index - 1).publish(pair, random));
    }
  }

  private void deal(int index) {
    try (SecretPolynomial polynomial =
        SecretPolynomial.random(ceremony.group(), ceremony.threshold(), random)) {
      commitments.add(ceremony.commitment(index, polynomial.commitments()));
      deals.add(
          Deal.make(ceremony, index, certificates, members.get(index - 1), polynomial, random));
    }
  }

  private TrusteeKeyPair receive(int index) {
    List<ShareOutcome.Accepted> shares = new ArrayList<>();
    try {
      for (int from = 1; from <= ceremony.size(); from++) {
        ShareOutcome outcome =
            dealings.open(
                from, index, deals.get(from - 1).shares().get(index - 1), members.get(index - 1));
        if (!(outcome instanceof ShareOutcome.Accepted accepted)) {
          throw new IllegalStateException("a simulated share is bad: " + outcome);
        }
        shares.add(accepted);
      }
      return dealings.combine(index, shares);
    } finally {
      shares.forEach(ShareOutcome.Accepted::close);
    }
  }

  @Override
  public Trustees trustees() {
    return new Trustees(List.of(dealings.finish(keys)));
  }

  @Override
  public List<TrusteeKeyPair> pairs() {
    return List.copyOf(pairs);
  }

  @Override
  public int needed() {
    return ceremony.threshold();
  }

  @Override
  public void post(SimulatedBoard board) throws IOException {
    int attempt = ceremony.attempt();
    for (int i = 0; i < ceremony.size(); i++) {
      BoardObject object = BoardObject.of(certificates.get(i).encode());
      board.append(
          new CertificateEntry(
              attempt, i + 1, object.hash(), ceremony.size(), ceremony.threshold()),
          object);
    }
    for (int i = 0; i < ceremony.size(); i++) {
      board.append(new CommitmentEntry(attempt, commitments.get(i), i + 1));
    }
    for (int i = 0; i < ceremony.size(); i++) {
      BoardObject object = BoardObject.of(deals.get(i).dealing().encode());
      board.append(new DealingEntry(attempt, i + 1, object.hash()), object);
    }
    for (int i = 0; i < ceremony.size(); i++) {
      BoardObject object = BoardObject.of(keys.get(i).encode());
      board.append(new VerificationKeyEntry(attempt, i + 1, object.hash()), object);
    }
  }

  @Override
  public void close() {
    members.forEach(MemberKeys::close);
    pairs.forEach(TrusteeKeyPair::close);
  }
}
