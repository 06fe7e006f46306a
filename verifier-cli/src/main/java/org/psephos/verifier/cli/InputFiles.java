package org.psephos.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.psephos.verifier.record.Document;

/** Reads the small files that a user compares the board with. */
final class InputFiles {

  private static final int LARGEST = 2 << 20;

  private InputFiles() {}

  /** All receipts in a directory, by name. */
  static List<Document> receipts(Path directory) throws IOException {
    List<Path> paths = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      throw new IOException("there is no directory " + directory);
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.tlog-proof")) {
      found.forEach(paths::add);
    }
    if (paths.isEmpty()) {
      throw new IOException("there is no *.tlog-proof file in " + directory);
    }
    paths.sort(null);
    List<Document> receipts = new ArrayList<>();
    for (Path path : paths) {
      receipts.add(read(path));
    }
    return receipts;
  }

  static Document read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no file " + path);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IOException(path + " is too large");
      }
      return new Document(String.valueOf(path.getFileName()), content);
    }
  }
}
