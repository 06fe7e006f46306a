package org.psephos.board.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Reference;
import org.psephos.board.tar.TarFile;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;

/** Compares the members of a bundle with those that its checkpoint and entries call for. */
final class BundleForm {

  private static final int SHOWN = 100;

  private final BoardSource source;
  private final TarFile tar;
  private final List<BundleFault> faults = new ArrayList<>();

  BundleForm(BoardSource source, TarFile tar) {
    this.source = source;
    this.tar = tar;
  }

  List<BundleFault> faults() throws IOException {
    try {
      Comparison comparison = new Comparison();
      walk(comparison);
      if (comparison.differs || comparison.cursor.next().isPresent()) {
        explain(comparison);
      }
    } catch (DecodingException e) {
      add(e.path(), e.expected(), e.found());
    }
    return List.copyOf(faults);
  }

  private interface Expecting {
    void member(String path) throws IOException, DecodingException;
  }

  private void walk(Expecting expecting) throws IOException, DecodingException {
    expecting.member(BoardSource.CHECKPOINT);
    BundleOrder.walk(
        source.checkpoint().checkpoint().size(),
        source::entries,
        source,
        new BundleOrder.Visitor() {
          @Override
          public void bundle(TilePath path, List<byte[]> entries)
              throws IOException, DecodingException {
            expecting.member(path.path());
          }

          @Override
          public void object(Reference reference) throws IOException, DecodingException {
            expecting.member(reference.path());
          }
        });
  }

  /** Goes through the file in step with what is called for, which takes no memory. */
  private final class Comparison implements Expecting {
    private final TarFile.Cursor cursor = tar.cursor();
    private final long time = genesisTime();
    private boolean differs;
    private String firstDifference = "";

    private Comparison() throws IOException, DecodingException {}

    @Override
    public void member(String path) throws IOException, DecodingException {
      if (differs) {
        return;
      }
      Optional<TarFile.Member> actual = cursor.next();
      if (actual.isEmpty() || !actual.get().name().equals(path)) {
        differs = true;
        firstDifference = path;
      } else if (actual.get().header().time() != time) {
        add(path, "the time of Genesis, " + time, "" + actual.get().header().time());
      }
    }
  }

  private long genesisTime() throws IOException, DecodingException {
    int width = (int) Math.min(TilePath.FULL, source.checkpoint().checkpoint().size());
    byte[] first = source.entries(new TilePath(TilePath.ENTRIES, 0, width)).get(0);
    if (BoardEntry.decode(EntryBytes.decode(first)) instanceof GenesisEntry genesis) {
      return genesis.time();
    }
    throw new DecodingException("entry 0", "Genesis", "another entry");
  }

  /** Names each difference; only a file that is wrong pays for this. */
  private void explain(Comparison comparison) throws IOException, DecodingException {
    Set<String> missing = new LinkedHashSet<>();
    walk(missing::add);
    Set<String> called = Set.copyOf(missing);
    Set<String> seen = new HashSet<>();
    int before = faults.size();
    tar.scan(
        member -> {
          missing.remove(member.name());
          if (!called.contains(member.name())) {
            add(member.name(), "members that the board calls for", "one more");
          } else if (!seen.add(member.name())) {
            add(member.name(), "each member once", "it again");
          }
        });
    missing.forEach(path -> add(path, "a member of this name", "none"));
    if (faults.size() == before) {
      add(comparison.firstDifference, "the order of the board", "another member in its place");
    }
  }

  private void add(String path, String expected, String found) {
    if (faults.size() < SHOWN) {
      faults.add(new BundleFault(path, expected, found));
    }
  }
}
