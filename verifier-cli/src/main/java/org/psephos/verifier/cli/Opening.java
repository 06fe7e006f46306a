package org.psephos.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.bundle.BundleDirectory;
import org.psephos.board.bundle.BundleFile;
import org.psephos.board.remote.BoardAddress;
import org.psephos.board.remote.HttpBoard;
import org.psephos.board.remote.Patience;
import org.psephos.board.tar.TarHeader;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.BoardInput;

/** Finds out what the user named, and opens it. */
final class Opening {

  private Opening() {}

  /**
   * Opens it.
   *
   * @throws DecodingException if it is a bundle, but not in the form of one
   * @throws IOException if there is nothing that could be judged
   */
  static BoardInput of(String what) throws IOException, DecodingException {
    if (BoardAddress.isAddress(what)) {
      return BoardInput.of(new HttpBoard(address(what), Patience.NONE));
    }
    Path path = path(what);
    if (Files.notExists(path)) {
      throw new IOException("there is no file or directory " + path);
    }
    if (what.endsWith(".bel")) {
      throw new IOException("this version does not read .bel archives; give the bundle instead");
    }
    if (Files.isDirectory(path)) {
      return BoardInput.of(BundleDirectory.open(path));
    }
    return BoardInput.of(bundle(path));
  }

  private static Path path(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IOException("this is neither an address nor the name of a file", e);
    }
  }

  private static BundleFile bundle(Path path) throws IOException, DecodingException {
    try {
      return BundleFile.open(path);
    } catch (DecodingException e) {
      if (beginsLikeABundle(path)) {
        throw e;
      }
      throw new IOException(path + " is not a bundle: " + e.getMessage(), e);
    }
  }

  private static boolean beginsLikeABundle(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] block = in.readNBytes(TarHeader.BLOCK);
      return block.length == TarHeader.BLOCK
          && TarHeader.decode(block).name().equals(BoardSource.CHECKPOINT);
    } catch (DecodingException e) {
      return false;
    }
  }

  private static BoardAddress address(String text) throws IOException {
    try {
      return BoardAddress.parse(text);
    } catch (DecodingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
