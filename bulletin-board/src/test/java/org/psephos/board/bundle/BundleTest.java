package org.psephos.board.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.bel.BelArchive;
import org.psephos.board.bel.BelEventType;
import org.psephos.board.bel.BelWriter;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.Reference;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.HeldElection;
import org.psephos.board.log.HeldElection.Kept;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Phase;
import org.psephos.board.order.Step;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.tar.TarFile;
import org.psephos.board.tar.TarWriter;
import org.psephos.board.tile.TilePath;
import org.psephos.board.tile.TileRows;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

class BundleTest {

  private static final int BALLOTS = 300;

  @TempDir static Path shared;
  @TempDir Path directory;

  private static byte[] tar;
  private static byte[] bel;

  @BeforeEach
  void holdOnce() throws Exception {
    if (tar != null) {
      return;
    }
    try (Kept kept = HeldElection.keep(shared)) {
      kept.election().hold(HeldElection.ballots(BALLOTS));
      tar = written(kept.board());
      ByteArrayOutputStream archive = new ByteArrayOutputStream();
      BelWriter.write(kept.board().reads(), kept.board().objects(), archive);
      bel = archive.toByteArray();
      assertThat(written(kept.board())).isEqualTo(tar);
      new BundleWriter(kept.board().reads()).writeDirectory(shared.resolve("mirror"));
    }
  }

  private static byte[] written(BulletinBoard board) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BundleWriter(board.reads()).writeTar(out);
    return out.toByteArray();
  }

  private BundleFile open(byte[] bundle) throws Exception {
    return BundleFile.open(Files.write(directory.resolve("b.tar"), bundle));
  }

  /** A member that can be moved about. */
  private record Member(String name, BoardObject object) {
    Member(String name, byte[] content) {
      this(name, BoardObject.of(content));
    }

    byte[] content() {
      return object.toByteArray();
    }
  }

  private List<Member> members() throws Exception {
    List<Member> members = new ArrayList<>();
    try (TarFile file = TarFile.open(Files.write(directory.resolve("m.tar"), tar))) {
      file.scan(member -> members.add(new Member(member.name(), file.read(member, 1 << 24))));
    }
    return members;
  }

  private static byte[] archive(List<Member> members, long time) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarWriter writer = new TarWriter(out, time);
    for (Member member : members) {
      writer.member(member.name(), member.content());
    }
    return out.toByteArray();
  }

  private List<BundleFault> faults(List<Member> members) throws Exception {
    try (BundleFile bundle = open(archive(members, HeldElection.GENESIS_TIME))) {
      return bundle.faults();
    }
  }

  /** Reads the board as a stranger would and returns where it has come to. */
  private static BoardState read(BoardSource source) throws Exception {
    Checkpoint checkpoint = source.checkpoint().checkpoint();
    NodeTable tree = new NodeTable();
    BoardState state = BoardState.empty();
    for (TilePath path : TileRows.bundles(checkpoint.size())) {
      for (byte[] entry : source.entries(path)) {
        tree.append(TreeHash.leaf(entry));
        BoardEntry decoded = BoardEntry.decode(EntryBytes.decode(entry));
        Step step = state.follow(Event.read(decoded, source));
        state = (BoardState) step;
        for (Reference reference : decoded.references()) {
          assertThat(source.object(reference).hash()).isEqualTo(reference.hash());
        }
      }
    }
    assertThat(tree.root()).isEqualTo(checkpoint.root());
    return state;
  }

  @Test
  void a_bundle_is_the_whole_board() throws Exception {
    try (BundleFile bundle = open(tar)) {
      assertThat(bundle.faults()).isEmpty();
      BoardState state = read(bundle);
      assertThat(state.phase()).isEqualTo(Phase.RESULT);
      assertThat(state.ballots()).isEqualTo(BALLOTS);
    }
  }

  @Test
  void the_members_stand_in_the_order_of_the_board() throws Exception {
    List<String> names = members().stream().map(Member::name).toList();
    assertThat(names.get(0)).isEqualTo("checkpoint");
    assertThat(names.get(1)).isEqualTo("tile/entries/000");
    assertThat(names).contains("tile/entries/001.p/57").doesNotHaveDuplicates();
    assertThat(names.indexOf("tile/entries/001.p/57"))
        .isEqualTo(names.indexOf(ballot(248).path()) + 1);
  }

  private static Reference ballot(int number) {
    return new Reference(HeldElection.object("ballot " + number).hash(), ObjectKind.BALLOT);
  }

  @Test
  void a_directory_is_the_same_bundle() throws Exception {
    try (BundleDirectory mirror = BundleDirectory.open(shared.resolve("mirror"))) {
      assertThat(mirror.faults()).isEmpty();
      assertThat(read(mirror).phase()).isEqualTo(Phase.RESULT);
      assertThat(mirror.member("../b.tar", 1000)).isEmpty();
      assertThat(mirror.member("tile/entries/../../checkpoint", 1000)).isEmpty();
    }
  }

  @Test
  void the_archive_of_the_board_is_whole() throws Exception {
    try (BelArchive archive = BelArchive.open(Files.write(directory.resolve("a.bel"), bel))) {
      assertThat(archive.timestamp()).isEqualTo(HeldElection.GENESIS_TIME);
      assertThat(archive.faults()).isEmpty();
      assertThat(archive.events()).hasSize(BALLOTS + 5);
      assertThat(archive.events().get(1).type()).isEqualTo(BelEventType.BALLOT);
    }
  }

  @Test
  void nothing_can_be_written_before_anything_is_published() throws Exception {
    try (BoardStore empty = FileStore.open(directory.resolve("empty"))) {
      BundleWriter writer = new BundleWriter(empty);
      assertThatThrownBy(() -> writer.writeTar(OutputStream.nullOutputStream()))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Nested
  class Faults {

    @Test
    void a_missing_object_is_named() throws Exception {
      List<Member> members = members();
      members.removeIf(member -> member.name().equals(ballot(7).path()));
      assertThat(faults(members))
          .containsExactly(new BundleFault(ballot(7).path(), "a member of this name", "none"));
    }

    @Test
    void an_object_that_nobody_refers_to_is_named() throws Exception {
      List<Member> members = members();
      byte[] more = Utf8.encode("more");
      Member surplus = new Member("object/" + Digest.sha256(more).hex(), more);
      members.add(9, surplus);
      assertThat(faults(members)).extracting(BundleFault::path).containsExactly(surplus.name());
      members.remove(9);
      members.add(surplus);
      assertThat(faults(members)).extracting(BundleFault::path).containsExactly(surplus.name());
    }

    @Test
    void a_member_that_stands_twice_is_named() throws Exception {
      List<Member> members = members();
      members.add(members.get(9));
      assertThat(faults(members))
          .containsExactly(new BundleFault(members.get(9).name(), "each member once", "it again"));
    }

    @Test
    void members_that_changed_places_are_found() throws Exception {
      List<Member> members = members();
      Collections.swap(members, 20, 21);
      assertThat(faults(members))
          .extracting(BundleFault::expected)
          .containsExactly("the order of the board");
    }

    @Test
    void a_missing_entry_bundle_or_checkpoint_is_named() throws Exception {
      List<Member> members = members();
      members.removeIf(member -> member.name().equals("tile/entries/001.p/57"));
      assertThat(faults(members))
          .extracting(BundleFault::path)
          .containsExactly("tile/entries/001.p/57");
      members.remove(0);
      assertThat(faults(members)).extracting(BundleFault::path).containsExactly("checkpoint");
    }

    @Test
    void another_time_than_that_of_genesis_is_found() throws Exception {
      try (BundleFile bundle = open(archive(members(), HeldElection.GENESIS_TIME + 1))) {
        assertThat(bundle.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
      }
    }

    @Test
    void a_tar_of_another_make_is_refused() {
      byte[] ended = Arrays.copyOf(tar, tar.length + 1024);
      assertThatThrownBy(() -> open(ended).close()).isInstanceOf(DecodingException.class);
    }

    @Test
    void an_object_under_another_hash_is_refused_when_it_is_read() throws Exception {
      List<Member> members = members();
      members.replaceAll(
          member ->
              member.name().equals(ballot(3).path())
                  ? new Member(member.name(), Utf8.encode("ballot X"))
                  : member);
      try (BundleFile bundle = open(archive(members, HeldElection.GENESIS_TIME))) {
        assertThat(bundle.object(ballot(4)).hash()).isEqualTo(ballot(4).hash());
        assertThatThrownBy(() -> bundle.object(ballot(3))).isInstanceOf(DecodingException.class);
      }
    }

    @Test
    void a_directory_that_lacks_an_object_or_has_one_more_says_so() throws Exception {
      Path mirror = directory.resolve("copy");
      for (Member member : members()) {
        Path file = mirror.resolve(member.name());
        Files.createDirectories(file.getParent());
        Files.write(file, member.content());
      }
      Path hints = Files.createDirectories(mirror.resolve("hints"));
      Files.write(hints.resolve("points"), new byte[1]);
      try (BundleDirectory bundle = BundleDirectory.open(mirror)) {
        assertThat(bundle.faults()).isEmpty();
        Files.delete(mirror.resolve(ballot(1).path()));
        Files.write(mirror.resolve("object/more"), new byte[1]);
        assertThat(bundle.faults())
            .extracting(BundleFault::path)
            .containsExactly(ballot(1).path(), "object/more");
      }
    }
  }

  @Test
  void the_fixture_signs_with_the_key_of_genesis() throws Exception {
    try (BundleFile bundle = open(tar)) {
      assertThat(bundle.checkpoint().checkpoint().origin()).isEqualTo(EntryFixtures.ORIGIN);
    }
  }
}
