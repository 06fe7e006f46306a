package org.psephos.board.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreConcurrencyTest extends BoardStoreConcurrency {

  @TempDir Path directory;

  @Override
  BoardStore open() throws Exception {
    return FileStore.open(directory);
  }
}
