package org.psephos.board.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.psephos.board.Vectors.files;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.log;
import static org.psephos.board.Vectors.members;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.Vectors;
import org.psephos.board.merkle.ConsistencyProof;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.NoteSigners;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** Whole logs that another program wrote: every file of them, and the fork of one. */
class SampleLogTest {

  private static final WitnessPolicy LOG = WitnessPolicy.logOnly(NoteSigners.log().key());

  private static SignedCheckpoint checkpoint(String log, String file)
      throws IOException, DecodingException {
    byte[] bytes = Files.readAllBytes(log(log).resolve(file));
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(bytes);
    assertThat(checkpoint.toBytes()).isEqualTo(bytes);
    assertThat(LOG.check(checkpoint)).isInstanceOf(NoteCheck.Accepted.class);
    return checkpoint;
  }

  private static NodeTable treeOfEntries(String log, long size)
      throws IOException, DecodingException {
    NodeTable tree = new NodeTable();
    for (TilePath bundle : TileRows.bundles(size)) {
      byte[] bytes = Files.readAllBytes(log(log).resolve(bundle.path()));
      EntryBundle.decode(bytes, bundle.width()).forEach(e -> tree.append(TreeHash.leaf(e)));
    }
    return tree;
  }

  private static TileNodes<IOException> tiles(Path log, long size) {
    return new TileNodes<>(
        size,
        path -> {
          try {
            return HashTile.decode(Files.readAllBytes(log.resolve(path.path())), path.width());
          } catch (DecodingException e) {
            throw new IOException(e);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-600", "fork-600", "one-entry", "duplicate", "empty"})
  void everyCheckpointOfALogHasTheRootOfItsEntries(String log)
      throws IOException, DecodingException {
    Checkpoint head = checkpoint(log, "checkpoint").checkpoint();
    NodeTable tree = treeOfEntries(log, head.size());
    assertThat(tree.root()).isEqualTo(head.root());
    for (String file : files(log)) {
      if (file.startsWith("history/")) {
        Checkpoint past = checkpoint(log, file).checkpoint();
        assertThat(tree.root(0, past.size())).isEqualTo(past.root());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-600", "fork-600", "one-entry", "duplicate"})
  void everyHashTileHoldsTheHashesOfTheEntries(String log) throws IOException, DecodingException {
    NodeTable tree = treeOfEntries(log, checkpoint(log, "checkpoint").checkpoint().size());
    int tiles = 0;
    for (String file : files(log)) {
      if (file.startsWith("tile/") && !TilePath.parse(file).isEntries()) {
        byte[] bytes = Files.readAllBytes(log(log).resolve(file));
        assertThat(HashTile.of(TilePath.parse(file), tree).encode()).as(file).isEqualTo(bytes);
        tiles++;
      }
    }
    assertThat(tiles).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-600", "fork-600", "one-entry"})
  void theFilesAreThoseOfTheManifest(String log) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String file : files(log)) {
      found.put(file, Digest.sha256(Files.readAllBytes(log(log).resolve(file))).hex());
    }
    Map<String, String> expected = new TreeMap<>();
    members(json("logs/" + log + ".manifest.json"))
        .forEach((path, hash) -> expected.put(path, ((Json.Text) hash).value()));

    assertThat(found).isEqualTo(expected);
  }

  @Test
  void proofsComeOutOfTheTilesAlone() throws IOException, DecodingException {
    Checkpoint head = checkpoint("demo-600", "checkpoint").checkpoint();
    TileNodes<IOException> tiles = tiles(log("demo-600"), head.size());

    assertThat(tiles.root(0, head.size())).isEqualTo(head.root());
    for (long index = 0; index < head.size(); index++) {
      assertThat(
              InclusionProof.of(index, head.size(), tiles)
                  .provesEntry(Vectors.entry(index), head.root()))
          .isTrue();
    }
    for (long size : new long[] {1, 3, 255, 256, 257, 300, 512, 600}) {
      Checkpoint past = checkpoint("demo-600", "history/checkpoint." + size).checkpoint();
      assertThat(ConsistencyProof.of(size, head.size(), tiles).proves(past.root(), head.root()))
          .isTrue();
    }
  }

  @Test
  void theForkIsSignedByTheSameKeyAndIsNotConsistent() throws IOException, DecodingException {
    Checkpoint common = checkpoint("demo-600", "history/checkpoint.300").checkpoint();
    Checkpoint head = checkpoint("demo-600", "checkpoint").checkpoint();
    Checkpoint fork = checkpoint("fork-600", "checkpoint").checkpoint();

    assertThat(checkpoint("fork-600", "history/checkpoint.300").checkpoint()).isEqualTo(common);
    assertThat(fork.origin()).isEqualTo(head.origin());
    assertThat(new ConsistencyProof(600, 600, List.of()).proves(head.root(), fork.root()))
        .isFalse();
    ConsistencyProof towardsFork = ConsistencyProof.of(300, 600, tiles(log("fork-600"), 600));
    assertThat(towardsFork.proves(common.root(), fork.root())).isTrue();
    assertThat(towardsFork.proves(common.root(), head.root())).isFalse();
  }
}
