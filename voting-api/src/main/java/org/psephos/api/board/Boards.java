package org.psephos.api.board;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.log.BoardDamagedException;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.LogKeys;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.StoreUnavailableException;

/**
 * The boards of this installation, opened when they are first asked for and kept open. Opening
 * recomputes a board and compares it with everything that was signed. Thread safe.
 */
@ApplicationScoped
public class Boards {

  private final Map<String, Opened> opened = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final BoardStores stores;
  private final ElectionRecords records;
  private final Event<BoardOpened> openings;
  private final LogKeys keys;
  private final String host;

  private record Opened(BulletinBoard board, BoardStore store) {}

  Boards(
      BoardStores stores,
      ElectionRecords records,
      Event<BoardOpened> openings,
      @ConfigProperty(name = "psephos.data") String data,
      @ConfigProperty(name = "psephos.public-url") URI publicUrl) {
    this.stores = stores;
    this.records = records;
    this.openings = openings;
    this.keys = new LogKeys(Path.of(data, "keys"), new SecureRandom());
    this.host = publicUrl.getRawAuthority();
  }

  /**
   * What a new election's board is called: fixed when the election is made, whatever the service is
   * called later.
   */
  public String origin(String uuid) {
    return host + "/board/" + uuid;
  }

  /**
   * Makes the log key of a new election.
   *
   * @throws IOException if there is a key already or it cannot be written
   */
  public void makeKey(String uuid, String origin) throws IOException {
    keys.create(uuid, origin);
  }

  /** Whether the board is open, so that the election exists. */
  public boolean isOpen(String uuid) {
    return opened.containsKey(uuid);
  }

  /**
   * The board of an election that exists.
   *
   * @throws StoreUnavailableException if it cannot be opened, or is not what was signed
   */
  public BulletinBoard board(String uuid) throws StoreUnavailableException {
    Opened known = opened.get(uuid);
    return known == null ? open(uuid).board() : known.board();
  }

  private synchronized Opened open(String uuid) throws StoreUnavailableException {
    Opened known = opened.get(uuid);
    if (known != null) {
      return known;
    }
    BoardStore store = stores.open(uuid);
    try {
      String origin = records.origin(uuid).orElseThrow();
      NoteSigner signer = keys.open(uuid, origin);
      Opened fresh =
          new Opened(BulletinBoard.open(store, signer, keys.highWater(uuid, origin)), store);
      opened.put(uuid, fresh);
      broken.remove(uuid);
      openings.fire(new BoardOpened(uuid, fresh.board()));
      return fresh;
    } catch (BoardDamagedException | IOException e) {
      store.close();
      broken.add(uuid);
      throw new StoreUnavailableException("the board cannot be opened", e);
    }
  }

  /** The elections whose boards could not be opened: damaged, or their keys are missing. */
  public Set<String> broken() {
    return Set.copyOf(broken);
  }

  /** The boards that are open. */
  public Collection<BulletinBoard> open() {
    return opened.values().stream().map(Opened::board).toList();
  }

  @PreDestroy
  void close() {
    for (Opened each : List.copyOf(opened.values())) {
      each.board().close();
      try {
        each.store().close();
      } catch (StoreUnavailableException e) {
        Log.warn("a board's store does not close", e);
      }
    }
  }
}
