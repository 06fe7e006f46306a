package org.psephos.tally.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Deal;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.MemberKeys;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.ceremony.ShareFault;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.ceremony.CeremonyStep.Awaited;
import org.psephos.tally.keyring.TrusteeKeyRing;

/**
 * A server, a mailbox and other members that cheat member 2 of 3. Each case begins with a board on
 * which member 2 goes on, and changes one thing.
 */
class CeremonyAttackTest {

  private static final int ME = 2;

  @TempDir Path folder;

  private Table table;
  private Group group;

  @BeforeEach
  void sit() {
    table = new Table(2, 3, folder);
    group = table.membership(ME).group();
  }

  private void assertRefused(Refusal refusal) throws Exception {
    byte[] before = table.memories.get(ME).kept.orElse(new byte[0]);
    List<Path> files = files();
    CeremonyStep step = table.look(ME);
    assertThat(step).isInstanceOf(CeremonyStep.Refused.class);
    assertThat(((CeremonyStep.Refused) step).refusal())
        .as(((CeremonyStep.Refused) step).text())
        .isEqualTo(refusal);
    assertThat(table.memories.get(ME).kept.orElse(new byte[0])).isEqualTo(before);
    assertThat(files()).isEqualTo(files);
  }

  private List<Path> files() throws Exception {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private Certificate strange(int index) {
    return MemberKeys.generate(group, table.random).certify(ceremony(), index, table.random);
  }

  private Ceremony ceremony() {
    return table.membership(ME).ceremony(table.view.attempt());
  }

  @Test
  void otherTermsThanAgreedAreRefused() throws Exception {
    table.view = CeremonyView.none(3, 3);
    assertRefused(Refusal.TERMS);
    table.view = CeremonyView.none(4, 2);
    assertRefused(Refusal.TERMS);
    table.view = CeremonyView.none(3, 2);
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendCertificate.class);

    // The files of member 2 take part as member 2 only.
    table.memories.put(3, table.memories.get(ME));
    assertThat(((CeremonyStep.Refused) table.look(3)).refusal()).isEqualTo(Refusal.TERMS);
  }

  @Test
  void aBadCertificateOfAnybodyIsRefused() throws Exception {
    table.round(table.all());
    CeremonyView honest = table.view;
    for (Certificate bad :
        List.of(
            honest.certificates().get(0).orElseThrow(),
            strange(1),
            MemberKeys.generate(group, table.random)
                .certify(table.membership(ME).ceremony(1), 2, table.random))) {
      table.certificate(3, Optional.of(bad));
      assertRefused(Refusal.CERTIFICATE);
    }
    TrusteeKeyPair signer = TrusteeKeyPair.generate(group, table.random);
    table.certificate(
        3,
        Optional.of(
            Certificate.sign(
                ceremony().context(3),
                signer,
                honest.certificates().get(0).orElseThrow().encryption(),
                table.random)));
    assertRefused(Refusal.CERTIFICATE);
    table.view = honest;
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendCommitment.class);
  }

  @Test
  void aCertificateThatChangesIsRefusedOnceItWasCommittedUnder() throws Exception {
    table.round(table.all());
    CeremonyStep mine = table.look(ME);
    Optional<Certificate> before = table.view.certificates().get(2);
    table.certificate(3, Optional.of(strange(3)));
    assertRefused(Refusal.CHANGED);
    table.certificate(3, Optional.empty());
    assertRefused(Refusal.CHANGED);
    table.certificate(3, before);
    assertThat(table.look(ME)).isEqualTo(mine);
  }

  @Test
  void whatTheBoardShowsInMyNameIsWhatISent() throws Exception {
    table.certificate(ME, Optional.of(strange(ME)));
    assertRefused(Refusal.OWN_UNKNOWN);
    table.certificate(ME, Optional.empty());
    table.round(table.all());
    Optional<Certificate> mine = table.view.certificates().get(ME - 1);
    table.certificate(ME, Optional.of(strange(ME)));
    assertRefused(Refusal.OWN_ALTERED);
    table.certificate(ME, mine);
    CeremonyStep commitment = table.look(ME);
    table.certificate(ME, Optional.empty());
    assertRefused(Refusal.OWN_MISSING);
    table.certificate(ME, mine);
    assertThat(table.look(ME)).isEqualTo(commitment);
  }

  @Test
  void myCommitmentAndDealingStandAsISentThem() throws Exception {
    table.round(table.all());
    table.round(List.of(1, 3));
    table.commitment(ME, Optional.of(Digest.sha256("another")));
    assertRefused(Refusal.OWN_UNKNOWN);
    table.commitment(ME, Optional.empty());
    table.round(List.of(ME));
    Optional<Digest> mine = table.view.commitments().get(ME - 1);
    table.commitment(ME, Optional.of(Digest.sha256("another")));
    assertRefused(Refusal.OWN_ALTERED);
    table.commitment(ME, mine);
    CeremonyStep deal = table.look(ME);
    table.commitment(ME, Optional.empty());
    assertRefused(Refusal.OWN_MISSING);
    table.commitment(ME, mine);
    assertThat(table.look(ME)).isEqualTo(deal);

    // A dealing of mine with another member's hashes in it.
    table.round(table.all());
    Dealing whole = table.view.dealings().get(ME - 1).orElseThrow();
    table.dealing(ME, Optional.of(table.resigned(ME, Collections.nCopies(3, Digest.sha256("x")))));
    assertRefused(Refusal.OWN_ALTERED);
    table.dealing(ME, Optional.of(whole));
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendKey.class);
  }

  @Test
  void nothingIsDealtBeforeAllCommitmentsStandAndNoneMayChangeAfterwards() throws Exception {
    table.round(table.all());
    table.round(List.of(1, ME));
    assertThat(table.look(ME))
        .isEqualTo(new CeremonyStep.WaitFor(1, Awaited.COMMITMENTS, List.of(3)));
    table.round(List.of(3));
    CeremonyStep deal = table.look(ME);
    Optional<Digest> before = table.view.commitments().get(2);
    table.commitment(3, Optional.of(Digest.sha256("chosen after seeing the dealing")));
    assertRefused(Refusal.CHANGED);
    table.commitment(3, before);
    assertThat(table.look(ME)).isEqualTo(deal);
  }

  @Test
  void aStepBeforeItsTimeIsRefused() throws Exception {
    table.round(List.of(1, ME));
    table.commitment(1, Optional.of(Digest.sha256("early")));
    assertRefused(Refusal.ORDER);
    table.commitment(1, Optional.empty());
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.WaitFor.class);
  }

  @Test
  void aDealingThatDoesNotFitItsCommitmentIsRefused() throws Exception {
    table.dealt();
    Optional<Dealing> honest = table.view.dealings().get(2);
    try (SecretPolynomial other = SecretPolynomial.random(group, 2, table.random)) {
      Deal deal =
          Deal.make(
              ceremony(),
              3,
              CeremonyView.all(table.view.certificates()),
              table.state(3).keys(),
              other,
              table.random);
      table.dealing(3, Optional.of(deal.dealing()));
    }
    assertRefused(Refusal.DEALING);
    table.dealing(3, honest);
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendKey.class);
  }

  @Test
  void aDealingThatChangesAfterMyKeyIsRefused() throws Exception {
    table.dealt();
    CeremonyStep key = table.look(ME);
    Optional<Dealing> honest = table.view.dealings().get(2);
    List<Digest> shares = new ArrayList<>(honest.orElseThrow().shares());
    shares.set(0, Digest.sha256("another"));
    table.dealing(3, Optional.of(table.resigned(3, shares)));
    assertRefused(Refusal.CHANGED);
    table.dealing(3, honest);
    assertThat(table.look(ME)).isEqualTo(key);
  }

  @Test
  void aVerificationKeyOfSomethingElseIsRefused() throws Exception {
    table.dealt();
    CeremonyStep.SendKey honest = (CeremonyStep.SendKey) table.look(1);
    try (TrusteeKeyPair other = TrusteeKeyPair.generate(group, table.random)) {
      table.key(1, Optional.of(table.state(1).keys().publish(other, table.random)));
    }
    assertRefused(Refusal.VERIFICATION_KEY);
    table.key(1, Optional.of(honest.key()));
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendKey.class);
  }

  /** The mailbox permutes, replaces, withholds and replays; nobody is blamed for it. */
  @Test
  void whateverTheMailboxGivesOnlyPublishedSharesAreTaken() throws Exception {
    table.dealt();
    var mine = table.mailbox.get(ME);
    SealedShare first = mine.get(1);
    SealedShare third = mine.get(3);
    mine.put(1, third);
    mine.put(3, first);
    assertThat(table.look(ME)).isEqualTo(replaced(1, 3));
    mine.put(3, third);
    assertThat(table.look(ME)).isEqualTo(replaced(1));
    mine.put(1, table.mailbox.get(3).get(1));
    assertThat(table.look(ME)).isEqualTo(replaced(1));
    mine.put(1, SealedShare.of(new byte[] {1, 2, 3}));
    assertThat(table.look(ME)).isEqualTo(replaced(1));
    mine.remove(1);
    assertThat(table.look(ME)).isEqualTo(new CeremonyStep.WaitFor(1, Awaited.SHARES, List.of(1)));
    // What it says about my own share, and about members that do not exist, does not matter.
    mine.put(1, first);
    mine.put(ME, first);
    mine.put(99, first);
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendKey.class);
  }

  private static CeremonyStep replaced(Integer... members) {
    return new CeremonyStep.WaitFor(1, Awaited.PUBLISHED_SHARES, List.of(members));
  }

  /** Member 1 deals member 2 what was meant for member 3; then everybody begins again. */
  @Test
  void aBadShareIsProvenAndANewAttemptUsesNothingOfTheOld() throws Exception {
    table.committed();
    table.round(List.of(ME, 3));
    Deal deal = ((CeremonyStep.SendDealing) table.look(1)).deal();
    List<Digest> hashes = new ArrayList<>(deal.dealing().shares());
    hashes.set(ME - 1, hashes.get(2));
    table.deal(1, deal);
    table.dealing(1, Optional.of(table.resigned(1, hashes)));
    assertThat(table.look(ME)).isEqualTo(replaced(1));
    table.mailbox.get(ME).put(1, deal.shares().get(2));

    CeremonyStep step = table.look(ME);
    assertThat(step).isInstanceOf(CeremonyStep.SendComplaint.class);
    CeremonyStep.SendComplaint complaint = (CeremonyStep.SendComplaint) step;
    assertThat(complaint.against()).isEqualTo(1);
    assertThat(complaint.fault()).isEqualTo(ShareFault.TAG);
    // Once said, it stays said, whatever the mailbox gives afterwards.
    table.mailbox.get(ME).clear();
    assertThat(table.look(ME)).isEqualTo(step);
    assertThat(table.keyFile(ME)).doesNotExist();
    table.round(List.of(3));
    assertThat(table.keyFile(3)).exists();
    CeremonyView ended = table.view;
    table.post(ME, step);
    assertThat(table.look(ME)).isEqualTo(new CeremonyStep.Ended(1, "member 1: TAG"));
    assertThat(table.look(3)).isEqualTo(new CeremonyStep.Ended(1, "member 1: TAG"));

    table.view = table.view.following();
    byte[] oldKey = Files.readAllBytes(table.keyFile(3));
    for (int round = 0; round < 4; round++) {
      table.round(table.shuffled());
    }
    for (int index : table.all()) {
      assertThat(table.look(index)).isInstanceOf(CeremonyStep.Complete.class);
      assertThat(table.view.certificates().get(index - 1))
          .isNotEqualTo(ended.certificates().get(index - 1));
      assertThat(table.view.commitments().get(index - 1))
          .isNotEqualTo(ended.commitments().get(index - 1));
    }
    assertThat(Files.readAllBytes(folder.resolve("member-3.key.before-attempt-2")))
        .isEqualTo(oldKey);
    assertThat(Files.readAllBytes(table.keyFile(3))).isNotEqualTo(oldKey);
  }

  @Test
  void nothingOfTheFirstAttemptPassesInTheSecond() throws Exception {
    table.dealt();
    CeremonyView first = table.view;
    SealedShare oldShare = table.mailbox.get(ME).get(1);
    table.end("abandoned");
    table.view = table.view.following();
    table.round(table.all());
    Optional<Certificate> fresh = table.view.certificates().get(0);
    table.certificate(1, first.certificates().get(0));
    assertRefused(Refusal.CERTIFICATE);
    table.certificate(1, fresh);
    table.round(table.all());
    table.round(table.all());
    Optional<Dealing> dealing = table.view.dealings().get(0);
    table.dealing(1, first.dealings().get(0));
    assertRefused(Refusal.DEALING);
    table.dealing(1, dealing);
    SealedShare share = table.mailbox.get(ME).put(1, oldShare);
    assertThat(table.look(ME))
        .isEqualTo(new CeremonyStep.WaitFor(2, Awaited.PUBLISHED_SHARES, List.of(1)));
    table.mailbox.get(ME).put(1, share);
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendKey.class);
  }

  @Test
  void aBoardThatGoesBackOrForgetsIsRefused() throws Exception {
    table.committed();
    CeremonyView first = table.view;
    table.end("abandoned");
    CeremonyView second = table.view.following();
    table.view =
        new CeremonyView(
            2,
            3,
            2,
            second.certificates(),
            second.commitments(),
            second.dealings(),
            second.keys(),
            Optional.empty(),
            second.earlierCertificates().subList(0, 1),
            second.earlierKeys());
    assertRefused(Refusal.HISTORY);
    table.view = second;
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendCertificate.class);
    table.view = first;
    assertRefused(Refusal.ATTEMPT);
    table.end("abandoned");
    assertThat(table.look(ME)).isEqualTo(new CeremonyStep.Ended(1, "abandoned"));
  }

  @Test
  void aKeyFileOfSomethingElseIsNeverReplaced() throws Exception {
    TrusteeKeyRing ring = new TrusteeKeyRing(table.keyFile(ME), Table.ELECTION, group);
    ring.create(Table.PASSPHRASE, table.random).close();
    byte[] before = Files.readAllBytes(table.keyFile(ME));
    assertRefused(Refusal.KEY_FILE);
    Path elsewhere = Files.move(table.keyFile(ME), folder.resolve("elsewhere"));
    table.dealt();
    Files.move(elsewhere, table.keyFile(ME));
    assertRefused(Refusal.KEY_FILE);
    table.end("abandoned");
    table.view = table.view.following();
    assertRefused(Refusal.KEY_FILE);
    assertThat(Files.readAllBytes(table.keyFile(ME))).isEqualTo(before);
    Files.delete(table.keyFile(ME));
    assertThat(table.look(ME)).isInstanceOf(CeremonyStep.SendCertificate.class);
  }
}
