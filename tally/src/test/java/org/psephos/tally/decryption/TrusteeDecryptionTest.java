package org.psephos.tally.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.decryption.Combination;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.tally.audit.AuditedTally;
import org.psephos.tally.audit.BoardAudit;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.keyring.KeyFileException;
import org.psephos.tally.outcome.Outcome;

class TrusteeDecryptionTest {

  @TempDir private Path folder;

  private static AuditedTally audited(HeldBoard board) throws Exception {
    BoardAudit audit = BoardAudit.of(board, board.uuid());
    return audit.tally(audit.setup(), (checked, all) -> {});
  }

  private static TrusteeDecryption decryption(HeldBoard board, AuditedTally tally, int number) {
    Owner owner = tally.setup().trustees().owner(number).orElseThrow();
    return TrusteeDecryption.make(
        tally,
        owner,
        board.parties().secrets().get(number - 1),
        SeededRandom.of("decryption " + number));
  }

  @Test
  void decryptions_carry_both_proofs_and_give_the_result() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    AuditedTally tally = audited(board);
    Election election = tally.setup().election();
    Map<Integer, PartialDecryption> partials = new HashMap<>();
    for (Owner owner : tally.setup().trustees().owners()) {
      Json.Obj body = JsonEdit.open(decryption(board, tally, owner.number()).body());
      assertThat(body.members().keySet()).containsExactly("partial_decryption", "proof");
      PartialDecryption partial =
          PartialDecryption.decode(
              body.members().get("partial_decryption").toBytes(), tally.tally(), election.group());
      StrongDecryptionProof proof =
          StrongDecryptionProof.decode(body.members().get("proof").toBytes(), election.group());
      assertThat(partial.inspect(election, tally.tally(), owner.key()).passed()).isTrue();
      assertThat(proof.inspect(election, tally.tally(), owner, partial).passed()).isTrue();
      partials.put(owner.number(), partial);
    }
    Combination combination = new Combination(tally.setup().trustees(), tally.tally(), partials);
    assertThat(Outcome.of(combination, tally.sized().weight()))
        .isEqualTo(new Outcome.Counted(board.election().result()));
  }

  @Test
  void a_key_decrypts_for_its_own_trustee_only() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    AuditedTally tally = audited(board);
    Owner second = tally.setup().trustees().owner(2).orElseThrow();
    assertThatThrownBy(
            () ->
                TrusteeDecryption.make(
                    tally, second, board.parties().secrets().get(0), SeededRandom.of("mix")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_one_decryption_is_kept_to_the_byte_and_for_its_owner_alone() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    AuditedTally tally = audited(board);
    Path key = folder.resolve("my.key");
    TrusteeDecryption made = decryption(board, tally, 1);
    assertThat(DecryptionFile.beside(key).read()).isEmpty();
    DecryptionFile.beside(key).keep(made);
    TrusteeDecryption read = DecryptionFile.beside(key).read().orElseThrow();
    assertThat(read.body()).isEqualTo(made.body());
    assertThat(read.isOf(tally)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path(key))))
        .isEqualTo("rw-------");
  }

  private static Path path(Path key) {
    return Path.of(DecryptionFile.beside(key).toString());
  }

  @Test
  void a_second_decryption_is_not_kept() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    AuditedTally tally = audited(board);
    Path key = folder.resolve("my.key");
    TrusteeDecryption first = decryption(board, tally, 1);
    DecryptionFile.beside(key).keep(first);
    assertThatThrownBy(() -> DecryptionFile.beside(key).keep(decryption(board, tally, 1)))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("decrypted before");
    assertThat(DecryptionFile.beside(key).read().orElseThrow().body()).isEqualTo(first.body());
  }

  @Test
  void a_decryption_knows_that_other_sums_are_other_sums() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    AuditedTally tally = audited(board);
    TrusteeDecryption other =
        new TrusteeDecryption(
            tally.setup().fingerprint(), Digest.sha256(new byte[1]), new byte[] {'{', '}'});
    TrusteeDecryption elsewhere =
        new TrusteeDecryption(
            Digest.sha256(new byte[1]), tally.tally().digest(), new byte[] {'{', '}'});
    assertThat(List.of(other.isOf(tally), elsewhere.isOf(tally))).containsOnly(false);
  }

  @Test
  void a_damaged_file_is_not_taken_for_no_file() throws Exception {
    Path key = folder.resolve("my.key");
    Files.writeString(path(key), "{}");
    assertThatThrownBy(() -> DecryptionFile.beside(key).read())
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void what_was_seen_at_setup_is_kept_by_every_board_that_extends_it() throws Exception {
    Path key = folder.resolve("my.key");
    HeldBoard board = HeldBoard.frozen();
    SeenSetup seen = SeenSetup.of(BoardAudit.of(board, board.uuid()).setup());
    seen.keepBeside(key);
    assertThat(SeenSetup.beside(key)).contains(seen);
    board.sayReady().vote();
    assertThat(seen.isKeptBy(BoardAudit.of(board, board.uuid()).setup())).isTrue();
    assertThatThrownBy(() -> seen.keepBeside(key)).isInstanceOf(KeyFileException.class);
  }

  @Test
  void another_board_of_the_same_election_does_not_keep_what_was_seen() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    SeenSetup seen = SeenSetup.of(BoardAudit.of(board, board.uuid()).setup());
    SeenSetup fork = new SeenSetup(seen.fingerprint(), seen.size(), Digest.sha256(new byte[1]));
    SeenSetup longer = new SeenSetup(seen.fingerprint(), seen.size() + 1, seen.root());
    SeenSetup other = new SeenSetup(Digest.sha256(new byte[1]), seen.size(), seen.root());
    SeenSetup early = new SeenSetup(seen.fingerprint(), 1, board.tree().root(0, 1));
    for (SeenSetup wrong : List.of(fork, longer, other, early)) {
      assertThat(wrong.isKeptBy(BoardAudit.of(board, board.uuid()).setup())).isFalse();
    }
  }
}
