package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.psephos.board.work.InOrder;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.Board;
import org.psephos.verifier.record.BoardInput;
import org.psephos.verifier.record.BoardReader;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.record.Shelf;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Verdict;

/**
 * Verifies one election. Which checks are made depends on what was given and on nothing in the
 * record; a check that the election has not reached says so, and then the verdict is not verified.
 */
public final class Verification {

  private Verification() {}

  /**
   * Reads the board and makes every check. The verdict does not depend on the number of threads.
   *
   * @param progress told the name of each check before it runs
   * @throws IOException if the board cannot be read to its end
   */
  public static Verdict of(BoardInput input, Inputs inputs, int threads, Progress progress)
      throws IOException {
    Board board;
    try {
      board = BoardReader.read(input.source());
    } catch (DecodingException e) {
      return Verdict.unreadable(e.getMessage());
    }
    try (InOrder lanes = new InOrder("verifier", threads)) {
      ElectionRecord record = new ElectionRecord(inputs, board, new Shelf(input.source()), lanes);
      return verdict(record, checks(input, inputs), progress);
    }
  }

  /** Hears how a verification goes on. */
  @FunctionalInterface
  public interface Progress {
    void starts(String check);
  }

  /** In the order in which they run, each after those whose acceptance it builds on. */
  private static List<Check> checks(BoardInput input, Inputs inputs) {
    List<Check> checks =
        new ArrayList<>(
            List.of(
                new V03Checkpoint(),
                new V04BoardRoot(),
                new V05Entries(),
                new V06Order(),
                new V07Times(),
                new V08Election(),
                new V11Trustees(),
                new V13Credentials(),
                new V09Manifest(),
                new V12Ceremony(),
                new V14Ready(),
                new V15BallotShape(),
                new V16BallotListing(),
                new V17BallotSignatures(),
                new V18BallotProofs(),
                new V19Duplicates(),
                new V20Tally(),
                new V21TallySize(),
                new V22Decryptions(),
                new V23StrongProofs(),
                new V24EnoughTrustees(),
                new V25Result(),
                new V26Minimum(),
                new V02Objects()));
    inputs.fingerprint().ifPresent(expected -> checks.add(new V10Fingerprint(expected)));
    if (!inputs.receipts().isEmpty()) {
      checks.add(new V27Receipts(inputs.receipts()));
    }
    inputs.earlier().ifPresent(earlier -> checks.add(new V28Earlier(earlier)));
    if (input.hasForm()) {
      checks.add(new V01Form(input));
    }
    return List.copyOf(checks);
  }

  private static Verdict verdict(ElectionRecord record, List<Check> checks, Progress progress)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Check check : checks) {
      progress.starts(check.id().name());
      lines.add(new Line(check.id(), check.examine(record)));
    }
    boolean cancelled = Absent.history(record).isCancelled();
    lines.removeIf(line -> cancelled && line.finding() instanceof Finding.NotYet);
    return new Summary(record, lines).verdict();
  }
}
