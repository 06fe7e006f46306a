package org.psephos.tally.audit;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TextDefinition;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.aggregation.BallotSum;

/**
 * Checks a board for those who will use a secret on it. It believes nothing that the board's server
 * says: everything is recomputed from entries and objects. Not thread safe.
 */
public final class BoardAudit {

  private final BoardSource source;
  private final FollowedBoard board;

  private BoardAudit(BoardSource source, FollowedBoard board) {
    this.source = source;
    this.board = board;
  }

  /**
   * Reads the whole board and follows it from the first entry.
   *
   * @param uuid the election that it must belong to
   * @throws AuditException if it is not in order or not signed
   */
  public static BoardAudit of(BoardSource source, String uuid) throws IOException, AuditException {
    return new BoardAudit(source, FollowedBoard.read(source, uuid));
  }

  /** The board as it was read. */
  public FollowedBoard board() {
    return board;
  }

  /**
   * Checks the definition, and everyone who said so far to have checked it.
   *
   * @throws AuditException if there is none, or anything in it is wrong
   */
  public AuditedSetup setup() throws IOException, AuditException {
    Optional<Placed<SetupEntry>> entry = board.the(SetupEntry.class);
    AuditException.require(entry.isPresent(), "the definition is not frozen yet");
    SetupObjects objects = SetupObjects.read(entry.get().entry(), source);
    new SetupAudit(board, entry.get().entry(), objects).require();
    new KeysAudit(board, objects.election(), objects.trustees(), source).require();
    new UploadsAudit(board, objects.credentials(), source).require();
    new TextsAudit(objects.election(), source).require(objects.manifest().texts());
    AuditedSetup setup = new AuditedSetup(board, entry.get(), objects);
    new ReadyAudit(setup, source).require();
    return setup;
  }

  /**
   * What voters read in a language, as the fingerprint pins it.
   *
   * @param setup of this board
   * @param language one of the manifest's
   * @throws AuditException if there is no text in that language
   */
  public TextDefinition text(AuditedSetup setup, String language)
      throws IOException, AuditException {
    Digest hash = setup.manifest().texts().get(language);
    AuditException.require(
        hash != null,
        "expected one of the languages " + setup.manifest().texts().keySet() + ", not " + language);
    try {
      return TextDefinition.decode(SetupObjects.object(source, hash, ObjectKind.TEXT_DEFINITION));
    } catch (DecodingException e) {
      throw AuditException.malformed("the text in language " + language, e);
    }
  }

  /**
   * Checks every ballot and recomputes the sums.
   *
   * @param setup of this board
   * @throws AuditException if a ballot is not valid, the board shows other sums, or opening them
   *     would say too much about too few
   */
  public AuditedTally tally(AuditedSetup setup, AuditProgress progress)
      throws IOException, AuditException {
    if (setup.board() != board) {
      throw new IllegalArgumentException("the setup of another board");
    }
    AuditException.require(
        board.state().phase() == Phase.TALLYING,
        "expected an election whose sums wait to be opened, found the phase "
            + board.state().phase());
    SizedTally published = published();
    requireEnough(published, setup.manifest().rules().minimumBallots());
    BallotSum sum = new BallotAudit(setup, source, progress).sum();
    AuditException.require(
        sum.sized().equals(published),
        "the sums on the board are not those of the ballots on the board");
    return new AuditedTally(setup, sum.tally(), published);
  }

  private SizedTally published() throws IOException, AuditException {
    EncryptedTallyEntry entry = board.the(EncryptedTallyEntry.class).orElseThrow().entry();
    try {
      return SizedTally.decode(
          SetupObjects.object(source, entry.payload(), ObjectKind.SIZED_TALLY).toByteArray());
    } catch (DecodingException e) {
      throw AuditException.malformed("the sums", e);
    }
  }

  /** A sum of one ballot is that ballot, whatever the rules of the election allow. */
  private static void requireEnough(SizedTally sized, long minimum) throws AuditException {
    AuditException.require(
        sized.ballots() >= minimum,
        "only " + sized.ballots() + " ballots count; the rules demand " + minimum);
    AuditException.require(
        sized.ballots() != 1, "one ballot alone counts; opening it would show how it votes");
  }
}
