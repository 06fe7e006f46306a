package org.psephos.board.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.psephos.board.entry.Reference;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * A bundle as files below a directory, such as a static mirror of a board. Links are not followed.
 * Hash tiles and hints may stand beside the members of a bundle.
 */
public final class BundleDirectory implements BoardSource {

  private static final Pattern MEMBER =
      Pattern.compile("checkpoint|object/[0-9a-f]{64}|tile/[0-9a-z]{1,7}(/[x0-9][0-9p.]*)+");
  private static final Pattern BESIDE = Pattern.compile("(hints|tile/[0-9]+)/.*");

  private final Path directory;

  private BundleDirectory(Path directory) {
    this.directory = directory;
  }

  /** Reads from this directory, which must exist. */
  public static BundleDirectory open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException(directory + " is not a directory");
    }
    return new BundleDirectory(directory);
  }

  @Override
  public Optional<byte[]> member(String path, int largest) throws IOException, DecodingException {
    Path file = directory.resolve(path);
    if (!MEMBER.matcher(path).matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = stream.readNBytes(largest);
      if (stream.read() >= 0) {
        throw new DecodingException(
            Reason.TOO_LARGE, path, "at most " + largest + " bytes", "more");
      }
      return Optional.of(content);
    }
  }

  /** What is missing and what nobody calls for; a directory has no order. */
  public List<BundleFault> faults() throws IOException {
    List<BundleFault> faults = new ArrayList<>();
    Set<String> called = new HashSet<>(Set.of(CHECKPOINT));
    try {
      BundleOrder.walk(
          checkpoint().checkpoint().size(),
          this::entries,
          this,
          new BundleOrder.Visitor() {
            @Override
            public void bundle(TilePath path, List<byte[]> entries) {
              called.add(path.path());
              called.add(path.ofWidth(TilePath.FULL).path());
            }

            @Override
            public void object(Reference reference) {
              called.add(reference.path());
              if (!Files.isRegularFile(directory.resolve(reference.path()))) {
                faults.add(new BundleFault(reference.path(), "a member of this name", "none"));
              }
            }
          });
      addSurplus(called, faults);
    } catch (DecodingException e) {
      faults.add(new BundleFault(e.path(), e.expected(), e.found()));
    }
    return List.copyOf(faults);
  }

  private void addSurplus(Set<String> called, List<BundleFault> faults) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !called.contains(path) && !BESIDE.matcher(path).matches())
          .sorted()
          .forEach(
              path ->
                  faults.add(
                      new BundleFault(path, "members that the board calls for", "one more")));
    }
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
