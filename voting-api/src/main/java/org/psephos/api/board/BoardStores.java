package org.psephos.api.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.board.store.StoreUnavailableException;

/** Opens the store of one board. */
@ApplicationScoped
public class BoardStores {

  private final Path directory;

  BoardStores(@ConfigProperty(name = "psephos.data") String data) {
    this.directory = Path.of(data, "boards");
  }

  BoardStore open(String uuid) throws StoreUnavailableException {
    return FileStore.open(directory.resolve(uuid));
  }
}
