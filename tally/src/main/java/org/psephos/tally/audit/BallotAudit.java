package org.psephos.tally.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.work.InOrder;
import org.psephos.crypto.ballot.BallotChecker;
import org.psephos.crypto.ballot.BallotOutcome;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.ballot.BallotOutcome.Valid;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.aggregation.BallotSum;

/**
 * Checks every ballot once and sums those that count. It goes from the last ballot to the first:
 * then the first one met of each credential is the one that counts, and no ballot is kept.
 */
final class BallotAudit {

  private static final int CHUNK = 32;

  private final List<Placed<BallotEntry>> ballots;
  private final ObjectSource source;
  private final BallotChecker checker;
  private final AuditProgress progress;
  private final BallotSum sum;
  private final Set<String> counted = new HashSet<>();
  private final Set<Digest> met = new HashSet<>();

  BallotAudit(AuditedSetup setup, ObjectSource source, AuditProgress progress) {
    this.ballots = setup.board().all(BallotEntry.class);
    this.source = source;
    this.checker = new BallotChecker(setup.election(), setup.credentials());
    this.progress = progress;
    this.sum = new BallotSum(setup.election());
  }

  /**
   * The weighted sum of the last valid ballot of each credential.
   *
   * @throws AuditException if any ballot on the board is not valid, or stands there twice
   */
  BallotSum sum() throws IOException, AuditException {
    // Some threads wait for objects while others calculate.
    try (InOrder lanes = new InOrder("audit", 2 * Runtime.getRuntime().availableProcessors())) {
      lanes.run(chunksFromTheEnd(), this::check, this::count);
    }
    return sum;
  }

  /** Runs of neighbours, the last run first. */
  private Iterator<List<Placed<BallotEntry>>> chunksFromTheEnd() {
    return new Iterator<>() {
      private int end = ballots.size();

      @Override
      public boolean hasNext() {
        return end > 0;
      }

      @Override
      public List<Placed<BallotEntry>> next() {
        int start = Math.max(0, end - CHUNK);
        List<Placed<BallotEntry>> chunk = ballots.subList(start, end);
        end = start;
        return chunk;
      }
    };
  }

  /** Fetches and checks a run of ballots. */
  private List<Valid> check(List<Placed<BallotEntry>> chunk) throws IOException, AuditException {
    List<byte[]> bytes = new ArrayList<>(chunk.size());
    for (Placed<BallotEntry> ballot : chunk) {
      try {
        bytes.add(
            SetupObjects.object(source, ballot.entry().payload(), ObjectKind.BALLOT).toByteArray());
      } catch (DecodingException e) {
        throw AuditException.malformed("the ballot in entry " + ballot.index(), e);
      }
    }
    List<BallotOutcome> outcomes = checker.checkAll(bytes);
    List<Valid> valid = new ArrayList<>(chunk.size());
    for (int i = 0; i < chunk.size(); i++) {
      valid.add(requireValid(chunk.get(i).index(), outcomes.get(i)));
    }
    return valid;
  }

  private static Valid requireValid(long index, BallotOutcome outcome) throws AuditException {
    if (outcome instanceof Refused refused) {
      throw new AuditException(
          "the ballot in entry "
              + index
              + " is not valid: "
              + refused.reason().code()
              + " at "
              + refused.path());
    }
    return (Valid) outcome;
  }

  private void count(List<Valid> chunk) throws AuditException {
    for (int i = chunk.size() - 1; i >= 0; i--) {
      Valid ballot = chunk.get(i);
      AuditException.require(
          met.add(ballot.tracker()), "the ballot " + ballot.tracker().base64() + " stands twice");
      if (counted.add(ballot.ballot().credential().encode())) {
        sum.add(ballot.ballot(), ballot.weight());
      }
    }
    progress.ballots(met.size(), ballots.size());
  }
}
