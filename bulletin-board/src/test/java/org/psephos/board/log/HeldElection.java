package org.psephos.board.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AmendmentEntry.Notice;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.crypto.codec.Utf8;

/**
 * Holds an election on a board. Objects have the right shape where the board looks into them, and
 * nothing cryptographic in them is true.
 */
public final class HeldElection {

  public static final long GENESIS_TIME = EntryFixtures.OPENS - 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BulletinBoard board;

  public HeldElection(BulletinBoard board) {
    this.board = board;
  }

  /** A board in a directory, with an election to hold on it. */
  public record Kept(BoardStore store, BulletinBoard board, HeldElection election)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      board.close();
      store.close();
    }
  }

  /** Begins a board in this directory. */
  public static Kept keep(Path directory) throws Exception {
    return over(FileStore.open(directory.resolve("board")), directory);
  }

  /** Opens the board of this store, for the first time on this directory. */
  public static Kept over(BoardStore store, Path directory) throws Exception {
    HighWater highWater = new HighWater(directory.resolve("high-water"), EntryFixtures.ORIGIN);
    highWater.create();
    BulletinBoard board = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater);
    return new Kept(store, board, new HeldElection(board));
  }

  /** The whole life, with these ballots. */
  public void hold(List<String> ballots) throws Exception {
    beforeOpening();
    open();
    castAll(ballots);
    amend();
    close();
    tally();
  }

  public void beforeOpening() throws Exception {
    append(EntryFixtures.genesis(GENESIS_TIME));
    BoardObject key = object("a trustee's key");
    append(new TrusteeKeyEntry(1, key.hash()), key);
    BoardObject list = credentials();
    append(new CredentialsEntry(10, list.hash(), EntryFixtures.REGISTRAR, 0), list);
    setUp(list);
    BoardObject trustee = object("trustee ready");
    append(new TrusteeReadyEntry(1, trustee.hash()), trustee);
    BoardObject registrar = object("registrar ready");
    append(new RegistrarReadyEntry(registrar.hash()), registrar);
  }

  private static BoardObject credentials() {
    return object("[\"a list of credentials\"]");
  }

  private void setUp(BoardObject list) throws Exception {
    BoardObject trustees = object("[[\"Single\",{}]]");
    BoardObject text = EntryFixtures.definition().encode();
    Manifest manifest =
        new Manifest(
            Optional.empty(),
            list.hash(),
            EntryFixtures.genesis(GENESIS_TIME).ident(),
            EntryFixtures.REGISTRAR,
            EntryFixtures.rules(),
            new TreeMap<>(Map.of("en", text.hash())),
            trustees.hash(),
            Optional.empty());
    BoardObject election =
        object("{\"credential_authority\":\"psephos/1 " + manifest.encode().hash().hex() + "\"}");
    BoardObject data =
        object(
            "{\"election\":\""
                + election.hash().hex()
                + "\",\"trustees\":\""
                + trustees.hash().hex()
                + "\",\"credentials\":\""
                + list.hash().hex()
                + "\"}");
    append(
        new SetupEntry(manifest.encode().hash(), data.hash()),
        text,
        manifest.encode(),
        election,
        trustees,
        data);
  }

  public void open() throws Exception {
    append(new OpenEntry(EntryFixtures.OPENS));
  }

  /** Hands all of them in before it waits for the last. */
  private void castAll(List<String> ballots) throws Exception {
    for (String ballot : ballots) {
      board.cast(object(ballot), Duration.ZERO);
    }
    for (String ballot : ballots) {
      cast(ballot);
    }
  }

  public Casting.Covered cast(String ballot) throws Exception {
    return (Casting.Covered) board.cast(object(ballot), PATIENCE);
  }

  public void amend() throws Exception {
    BoardObject notice = LocalizedText.of(Map.of("en", "Nobody panics.")).encode();
    append(new AmendmentEntry(new Notice(notice.hash()), EntryFixtures.OPENS + 10), notice);
  }

  public void close() throws Exception {
    append(new EndBallotsEntry(EntryFixtures.CLOSES));
  }

  public void tally() throws Exception {
    BoardObject tally = object("[]");
    BoardObject sized =
        object(
            "{\"num_tallied\":0,\"total_weight\":0,\"encrypted_tally\":\""
                + tally.hash().hex()
                + "\"}");
    append(new EncryptedTallyEntry(sized.hash()), tally, sized);
    BoardObject part = object("{\"decryption_factors\":[],\"decryption_proofs\":[]}");
    BoardObject owned = object("{\"owner\":1,\"payload\":\"" + part.hash().hex() + "\"}");
    BoardObject proof =
        object("{\"owner\":1,\"partial_decryption\":\"" + part.hash().hex() + "\"}");
    board.append(
        List.of(new PartialDecryptionEntry(owned.hash()), new DecryptionProofEntry(proof.hash())),
        List.of(part, owned, proof));
    BoardObject result = object("{\"result\":[]}");
    append(new ResultEntry(result.hash()), result);
  }

  public void append(BoardEntry entry, BoardObject... objects) throws Exception {
    Appended appended = board.append(List.of(entry), List.of(objects));
    if (appended instanceof Appended.Refused refused) {
      throw new IllegalStateException(refused.violation().toString());
    }
  }

  public static BoardObject object(String text) {
    return BoardObject.of(Utf8.encode(text));
  }

  /** Some ballots that differ. */
  public static List<String> ballots(int count) {
    List<String> ballots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ballots.add("ballot " + i);
    }
    return ballots;
  }
}
