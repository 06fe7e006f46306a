package org.psephos.board.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends BoardStoreCrashContract {

  @TempDir Path directory;

  @Override
  BoardStore open(Interruption interruption) throws Exception {
    return FileStore.open(directory, interruption);
  }
}
