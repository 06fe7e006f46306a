package org.psephos.tally.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.bundle.BundleFile;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.SingleTrustee;
import org.psephos.crypto.trustee.Trustee;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.tally.simulation.Plan;
import org.psephos.tally.simulation.SimulatedElection;
import org.psephos.tally.simulation.Simulation;

/** The keys of a threshold group, seen by those who will use theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThresholdAuditTest {

  private BundleFile bundle;
  private AuditedSetup setup;

  @BeforeAll
  void simulate(@TempDir Path folder) throws Exception {
    Plan plan = new Plan(Groups.named("Ed25519"), 3, 2, 0, 3, OptionalInt.of(2));
    SimulatedElection election = new Simulation(plan, (cast, all) -> {}).run(folder);
    bundle = BundleFile.open(election.bundle());
    setup = BoardAudit.of(bundle, election.uuid().value()).setup();
  }

  @AfterAll
  void close() throws Exception {
    bundle.close();
  }

  private KeysAudit with(List<Trustee> entries) {
    return new KeysAudit(setup.board(), setup.election(), new Trustees(entries), bundle);
  }

  private List<Trustee> honest() {
    return new ArrayList<>(setup.trustees().entries());
  }

  private static Trustee stranger() {
    TrusteeKeyPair pair =
        TrusteeKeyPair.generate(HeldCeremony.of("Ed25519", 2, 3).ceremony().group(), random());
    return new SingleTrustee(pair.prove(random()));
  }

  private static java.security.SecureRandom random() {
    return SeededRandom.of("stranger");
  }

  @Test
  void the_group_that_the_ceremony_made_is_accepted() {
    assertThat(setup.trustees().entries()).hasSize(1).first().isInstanceOf(PedersenGroup.class);
    assertThatCode(() -> with(honest()).require()).doesNotThrowAnyException();
  }

  @Test
  void a_group_that_was_made_elsewhere_is_refused() {
    List<Trustee> entries = List.of(HeldCeremony.of("Ed25519", 2, 3).finish());
    assertThatThrownBy(() -> with(entries).require())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("not the one that the key ceremony made");
  }

  @Test
  void a_member_key_that_was_exchanged_is_refused() {
    PedersenGroup group = (PedersenGroup) honest().get(0);
    List<TrusteeKey> keys = new ArrayList<>(group.verificationKeys());
    Collections.swap(keys, 0, 1);
    PedersenGroup altered =
        new PedersenGroup(
            group.threshold(),
            group.certificates(),
            group.coefficients(),
            group.signatures(),
            keys);
    assertThatThrownBy(() -> with(List.of(altered)).require())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("not the one that the key ceremony made");
  }

  @Test
  void a_group_that_is_left_out_is_missed() {
    assertThatThrownBy(() -> with(List.of(stranger())).require())
        .isInstanceOf(AuditException.class);
  }

  @Test
  void a_trustee_whom_nobody_saw_posting_a_key_is_refused() {
    List<Trustee> entries = honest();
    entries.add(0, stranger());
    assertThatThrownBy(() -> with(entries).require())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("not the last that this trustee posted");
  }

  @Test
  void the_group_stands_last() {
    List<Trustee> entries = honest();
    entries.add(stranger());
    assertThatThrownBy(() -> with(entries).require())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("not the last entry");
  }
}
