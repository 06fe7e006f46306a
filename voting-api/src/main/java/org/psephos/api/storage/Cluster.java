package org.psephos.api.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a finished cluster from one whose making was interrupted. */
final class Cluster {

  private Cluster() {}

  /**
   * A directory without the mark never held anybody's data: moved aside, so that initdb can run.
   */
  static void setAsideIfUnfinished(Path data) throws IOException {
    if (Files.exists(data) && !Files.exists(mark(data))) {
      Path aside = data.resolveSibling("unfinished-" + System.currentTimeMillis());
      Files.move(data, aside);
    }
  }

  static void markFinished(Path data) throws IOException {
    if (!Files.exists(mark(data))) {
      Files.createFile(mark(data));
    }
  }

  private static Path mark(Path data) {
    return data.resolve("psephos-finished");
  }
}
