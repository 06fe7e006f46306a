package org.psephos.verifier.record;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;

/**
 * Takes objects from where the board was read, and remembers which were missing or had another
 * hash, so that this is said once, by the check whose business it is, and not by every check that
 * wanted the object. Safe for use by many threads.
 */
public final class Shelf implements ObjectSource {

  private final ObjectSource source;
  private final Map<Reference, DecodingException> absent = new ConcurrentHashMap<>();
  private final BitSet ballotsTaken = new BitSet();

  public Shelf(ObjectSource source) {
    this.source = source;
  }

  @Override
  public BoardObject object(Reference reference) throws IOException, DecodingException {
    try {
      return source.object(reference);
    } catch (DecodingException e) {
      absent.put(reference, e);
      throw e;
    }
  }

  /** The object, or nothing if it is missing, too large, or has another hash. */
  public Optional<BoardObject> take(Reference reference) throws IOException {
    try {
      return Optional.of(object(reference));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /** The object of a ballot, like {@link #take}; that it was there is remembered. */
  public Optional<BoardObject> takeBallot(Placed<BallotEntry> ballot) throws IOException {
    Optional<BoardObject> object = take(ballot.entry().references().get(0));
    if (object.isPresent()) {
      synchronized (ballotsTaken) {
        ballotsTaken.set(Math.toIntExact(ballot.index()));
      }
    }
    return object;
  }

  /** Whether the object of the ballot at this index was taken before and was right. */
  public boolean hadBallot(long index) {
    synchronized (ballotsTaken) {
      return ballotsTaken.get(Math.toIntExact(index));
    }
  }

  /** Why the object is not there, if it was asked for and is not. */
  public Optional<DecodingException> absence(Reference reference) {
    return Optional.ofNullable(absent.get(reference));
  }
}
