package org.psephos.tally.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.tally.ceremony.CeremonyStep.Awaited;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.keyring.TrusteeKeyRing;

/** Honest members, who start their programs anew for every look, come to one group. */
class CeremonyMemberTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"1, 1", "2, 3"})
  void membersInAnyOrderAndWithAnyRestartComeToOneGroup(int threshold, int size) throws Exception {
    Table table = new Table(threshold, size, folder);
    for (int round = 0; round < 4; round++) {
      table.round(table.shuffled());
    }

    List<PedersenGroup> groups = new ArrayList<>();
    for (int index : table.all()) {
      CeremonyStep last = table.look(index);
      assertThat(last).isInstanceOf(CeremonyStep.Complete.class);
      groups.add(((CeremonyStep.Complete) last).group());
      assertThat(table.memories.get(index).kept).isEmpty();
    }
    assertThat(groups).allMatch(groups.get(0)::equals);
    assertThat(groups.get(0).form()).isEqualTo(PedersenGroup.Form.CURRENT);
    Trustees trustees = new Trustees(List.of(groups.get(0)));
    assertThat(trustees.inspect(trustees.electionKey()).faults()).isEmpty();
    for (int index : table.all()) {
      assertThatTheKeyFileHolds(table, index, groups.get(0));
    }
  }

  private static void assertThatTheKeyFileHolds(Table table, int index, PedersenGroup group)
      throws Exception {
    TrusteeKeyRing ring =
        new TrusteeKeyRing(table.keyFile(index), Table.ELECTION, table.membership(index).group());
    try (TrusteeKeyPair pair = ring.open(Table.PASSPHRASE)) {
      assertThat(pair.publicKey()).isEqualTo(group.memberKeys().get(index - 1));
    }
  }

  /** The same with the files of a real member, which nobody else may read. */
  @Test
  void aMembersFilesAreSealedPrivateAndRemovedInTime() throws Exception {
    Table table = new Table(2, 2, folder);
    Path keyFile = table.keyFile(1);
    Path beside = folder.resolve("member-1.key.ceremony");
    for (int round = 0; round < 4; round++) {
      CeremonyStep step = filed(table).next(table.view, table.mailbox.get(1));
      assertThat(filed(table).next(table.view, table.mailbox.get(1))).isEqualTo(step);
      assertThat(Files.getPosixFilePermissions(beside))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(beside))
          .contains("\"role\":\"ceremony\"")
          .doesNotContain("coefexps");
      assertThat(Files.exists(keyFile)).isEqualTo(step instanceof CeremonyStep.SendKey);
      table.post(1, step);
      table.post(2, table.look(2));
    }
    assertThat(Files.getPosixFilePermissions(keyFile))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(filed(table).next(table.view, Map.of())).isInstanceOf(CeremonyStep.Complete.class);
    assertThat(beside).doesNotExist();
    assertThat(filed(table).next(table.view, Map.of())).isInstanceOf(CeremonyStep.Complete.class);
    CeremonyMember stranger =
        new CeremonyMember(table.membership(1), keyFile, "another".toCharArray(), table.random);
    assertThatThrownBy(() -> stranger.next(table.view, Map.of()))
        .isInstanceOf(KeyFileException.class);
  }

  private static CeremonyMember filed(Table table) {
    return new CeremonyMember(
        table.membership(1), table.keyFile(1), Table.PASSPHRASE, table.random);
  }

  @Test
  void aMemberWaitsForThoseWhoHaveNotActed() throws Exception {
    Table table = new Table(2, 3, folder);
    table.round(List.of(2));
    assertThat(table.look(2)).isEqualTo(waitFor(Awaited.CERTIFICATES, 1, 3));
    table.round(List.of(3, 1));
    table.round(List.of(1, 2));
    assertThat(table.look(2)).isEqualTo(waitFor(Awaited.COMMITMENTS, 3));
    table.round(List.of(3));
    table.round(List.of(2));
    assertThat(table.look(2)).isEqualTo(waitFor(Awaited.DEALINGS, 1, 3));
    table.round(List.of(1, 3));
    table.round(List.of(2));
    assertThat(table.look(2)).isEqualTo(waitFor(Awaited.VERIFICATION_KEYS, 1, 3));
    // The state is gone by now; the member still follows.
    assertThat(table.memories.get(2).kept).isEmpty();
    assertThat(table.look(2)).isEqualTo(waitFor(Awaited.VERIFICATION_KEYS, 1, 3));
    table.round(List.of(1, 3));
    assertThat(table.look(2)).isInstanceOf(CeremonyStep.Complete.class);
  }

  private static CeremonyStep waitFor(Awaited awaited, Integer... members) {
    return new CeremonyStep.WaitFor(1, awaited, List.of(members));
  }

  /** Nothing leaves a device that could not keep it. */
  @Test
  void aFullDiskStopsEveryStepBeforeAnythingIsSent() throws Exception {
    Table table = new Table(2, 2, folder);
    MapMemory disk = table.memories.get(1);
    for (int round = 0; round < 4; round++) {
      disk.full = true;
      byte[] before = disk.kept.orElse(new byte[0]);
      assertThatThrownBy(() -> table.look(1)).isInstanceOf(KeyFileException.class);
      assertThat(disk.kept.orElse(new byte[0])).isEqualTo(before);
      disk.full = false;
      table.round(List.of(1, 2));
    }
    assertThat(table.look(1)).isInstanceOf(CeremonyStep.Complete.class);
  }

  /** A crash after the key file was written and before the verification key was kept. */
  @Test
  void aKeyFileThatIsThereAfterACrashIsTakenUp() throws Exception {
    Table table = new Table(2, 2, folder);
    table.dealt();
    MapMemory disk = table.memories.get(1);
    byte[] before = disk.kept.orElseThrow();
    int writes = disk.writes;
    CeremonyStep sent = table.started(1).next(table.view, table.mailbox.get(1));
    assertThat(disk.writes).isEqualTo(writes + 2);
    // The state as it was between the two writes: the key is known, its proof is not made.
    MemberState whole = MemberState.decode(disk.kept.orElseThrow(), table.membership(1).group());
    MemberRecord record = whole.record();
    MemberRecord between =
        MemberState.decode(before, table.membership(1).group())
            .record()
            .holding(record.publicKey().orElseThrow(), record.seenDealings());
    disk.kept = java.util.Optional.of(whole.with(between).encode());

    CeremonyStep again = table.look(1);
    assertThat(again).isInstanceOf(CeremonyStep.SendKey.class);
    assertThat(((CeremonyStep.SendKey) again).key().publicKey())
        .isEqualTo(((CeremonyStep.SendKey) sent).key().publicKey());
    table.post(1, again);
    table.round(List.of(2));
    assertThat(table.look(1)).isInstanceOf(CeremonyStep.Complete.class);
  }

  /** And before the key file was written: it is made again from the same shares. */
  @Test
  void aKeyFileThatIsNotThereYetIsMadeBeforeTheKeyIsSent() throws Exception {
    Table table = new Table(2, 2, folder);
    table.dealt();
    CeremonyStep sent = table.look(1);
    Files.delete(table.keyFile(1));

    assertThat(table.look(1)).isEqualTo(sent);
    assertThat(table.keyFile(1)).exists();
  }
}
