package org.psephos.tally.booth;

import java.util.List;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.tile.EntryBundle;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;

/**
 * An election as its fingerprint pins it: the fingerprint gives election.json, that names the
 * manifest, that names entry 0 of the board, and that holds the log's key. The service cannot show
 * other questions or another board without another fingerprint.
 *
 * @param election the definition
 * @param logKey the key that signs this board's checkpoints
 */
public record PinnedElection(Election election, VerifierKey logKey) {

  /**
   * Fetches what the fingerprint pins.
   *
   * @throws BoothException if something is not what its hash says
   */
  public static PinnedElection fetch(ServiceClient client, String uuid, Digest fingerprint)
      throws ServiceException, BoothException, InterruptedException {
    try {
      Election election = Election.decode(object(client, uuid, fingerprint).toByteArray());
      if (!election.uuid().value().equals(uuid)) {
        throw new BoothException("the fingerprint belongs to election " + election.uuid());
      }
      Digest manifestHash =
          election
              .manifest()
              .orElseThrow(() -> new BoothException("the definition does not name its manifest"));
      Manifest manifest = Manifest.decode(object(client, uuid, manifestHash));
      return new PinnedElection(election, logKey(client, uuid, manifest.genesis()));
    } catch (DecodingException e) {
      throw new BoothException("the service shows something malformed: " + e.getMessage());
    }
  }

  private static BoardObject object(ServiceClient client, String uuid, Digest hash)
      throws ServiceException, DecodingException, InterruptedException {
    byte[] bytes = client.get(ElectionPaths.board(uuid, "object/" + hash.hex())).bytes();
    return BoardObject.of(hash, bytes);
  }

  private static VerifierKey logKey(ServiceClient client, String uuid, Digest genesis)
      throws ServiceException, DecodingException, BoothException, InterruptedException {
    byte[] bundle = client.get(ElectionPaths.board(uuid, "tile/entries/000.p/1")).bytes();
    List<byte[]> entries = EntryBundle.decode(bundle, 1);
    EntryBytes first = EntryBytes.decode(entries.get(0));
    if (!first.ident().equals(genesis)) {
      throw new BoothException("the board begins with another entry than the fingerprint pins");
    }
    if (BoardEntry.decode(first) instanceof GenesisEntry entry && entry.uuid().equals(uuid)) {
      return entry.key();
    }
    throw new BoothException("the board does not begin with the Genesis of this election");
  }
}
