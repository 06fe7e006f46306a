package org.psephos.verifier.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.bundle.BundleDirectory;
import org.psephos.board.bundle.BundleFault;
import org.psephos.board.bundle.BundleFile;

/** Where a board is read from, and what form it must have there. */
public final class BoardInput implements Closeable {

  /** Looks at the form of a file or a directory. */
  private interface Form {
    List<BundleFault> faults() throws IOException;
  }

  private final BoardSource source;
  private final Optional<Form> form;

  private BoardInput(BoardSource source, Optional<Form> form) {
    this.source = source;
    this.form = form;
  }

  /** A board that has no form as a whole, since it is read piece by piece. */
  public static BoardInput of(BoardSource source) {
    return new BoardInput(source, Optional.empty());
  }

  /** A bundle in one file. */
  public static BoardInput of(BundleFile file) {
    return new BoardInput(file, Optional.of(file::faults));
  }

  /** A bundle as a directory. */
  public static BoardInput of(BundleDirectory directory) {
    return new BoardInput(directory, Optional.of(directory::faults));
  }

  public BoardSource source() {
    return source;
  }

  /** Whether there is a form to look at. */
  public boolean hasForm() {
    return form.isPresent();
  }

  /** What is wrong with the form. */
  public List<BundleFault> formFaults() throws IOException {
    return form.isPresent() ? form.get().faults() : List.of();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
