package org.psephos.verifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.BoardAddress;
import org.psephos.verifier.record.BoardInput;
import org.psephos.verifier.record.HttpMirror;
import org.psephos.verifier.record.MirrorInput;

/** Finds out what the user named, and opens it. */
final class Opening {

  private Opening() {}

  static BoardInput of(String what) throws IOException {
    if (BoardAddress.isAddress(what)) {
      return new MirrorInput(new HttpMirror(address(what)));
    }
    Path path = path(what);
    if (Files.notExists(path)) {
      throw new IOException("there is no file or directory " + path);
    }
    if (what.endsWith(".bel")) {
      throw new IOException("this version does not read .bel archives; give the bundle instead");
    }
    throw new IOException("this version reads boards from a server only");
  }

  private static Path path(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IOException("this is neither an address nor the name of a file", e);
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
