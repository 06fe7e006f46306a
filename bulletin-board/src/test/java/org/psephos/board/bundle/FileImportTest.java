package org.psephos.board.bundle;

import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;

class FileImportTest extends BundleImportContract {

  private int store;

  @Override
  BoardStore open() throws Exception {
    return FileStore.open(directory.resolve("store-" + store));
  }

  @Override
  void anew() {
    store++;
  }
}
