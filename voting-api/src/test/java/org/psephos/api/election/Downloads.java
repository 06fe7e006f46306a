package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.bel.BelArchive;
import org.psephos.board.bel.BelEvent;
import org.psephos.board.bel.BelEventType;
import org.psephos.board.bundle.BundleFile;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.tile.TilePath;
import org.psephos.board.tile.TileRows;
import org.psephos.crypto.hash.Digest;

/** The two files that hold a whole election, fetched like a stranger and read like one. */
final class Downloads {

  private static final int LARGEST = 1 << 20;

  private final Held held;
  private final Path folder;

  Downloads(Held held, Path folder) {
    this.held = held;
    this.folder = folder;
  }

  /** The bundle is in its one form, and its entries hash to the checkpoint that is published. */
  void assertBundleIsTheBoard() throws Exception {
    Answer answer = fetch("bundle", held.uuid() + ".bundle.tar");
    Checkpoint published = held.checkpoint().checkpoint();
    try (BundleFile bundle = BundleFile.open(file(answer, "bundle.tar"))) {
      assertThat(bundle.faults()).isEmpty();
      assertThat(bundle.checkpoint().toBytes()).isEqualTo(held.checkpoint().toBytes());
      List<Digest> leaves = new ArrayList<>();
      for (TilePath path : TileRows.bundles(published.size())) {
        bundle.entries(path).forEach(entry -> leaves.add(TreeHash.leaf(entry)));
      }
      assertThat(leaves).hasSize(Math.toIntExact(published.size()));
      assertThat(Frontier.EMPTY.appendAll(leaves).root()).isEqualTo(published.root());
    }
    assertThat(fetch("bundle", held.uuid() + ".bundle.tar").body()).isEqualTo(answer.body());
  }

  /** The archive is in its one form, and holds the ballots of the board, byte for byte. */
  void assertArchiveHolds(List<byte[]> ballots) throws Exception {
    Answer answer = fetch(held.uuid() + ".bel", held.uuid() + ".bel");
    List<Digest> onBoard = new ArrayList<>();
    for (BoardEntry entry : BoardOverHttp.read(held).entries()) {
      if (entry instanceof BallotEntry ballot) {
        onBoard.add(ballot.payload());
      }
    }
    assertThat(onBoard).isEqualTo(ballots.stream().map(Digest::sha256).toList());
    try (BelArchive archive = BelArchive.open(file(answer, "election.bel"))) {
      assertThat(archive.faults()).isEmpty();
      assertThat(
              archive.events().stream()
                  .filter(event -> event.type() == BelEventType.BALLOT)
                  .map(BelEvent::payload)
                  .map(Optional::orElseThrow))
          .containsExactlyElementsOf(onBoard);
      for (byte[] ballot : ballots) {
        assertThat(archive.object(Digest.sha256(ballot), LARGEST).toByteArray()).isEqualTo(ballot);
      }
      assertThat(archive.events()).last().extracting(BelEvent::type).isEqualTo(BelEventType.RESULT);
    }
    assertThat(held.client().get("/board/" + held.uuid() + "/other.bel").problem())
        .isEqualTo("404 not-found");
  }

  /** Without a token; what comes may be read from any page, and is asked for anew each time. */
  private Answer fetch(String member, String name) {
    Answer answer = held.client().get("/board/" + held.uuid() + "/" + member);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-tar");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + "\"");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    return answer;
  }

  private Path file(Answer answer, String name) throws Exception {
    return Files.write(folder.resolve(name), answer.body());
  }
}
