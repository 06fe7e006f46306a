package org.psephos.tally.keyring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/**
 * Keeps a second process away from a key file while its key is made: two of them would make two
 * different keys in one name. The lock goes with its process, however that ends; {@code FILE.lock}
 * holds nothing.
 */
public final class KeyLock {

  private KeyLock() {}

  /**
   * Does something while no other process makes the key of this file.
   *
   * @throws KeyFileException if another one does, or the folder cannot be written
   * @throws Exception what the act throws
   */
  public static <T> T holding(Path keyFile, Callable<T> act) throws Exception {
    Path path = keyFile.resolveSibling(keyFile.getFileName() + ".lock");
    try (FileChannel channel = open(path)) {
      if (isTaken(channel)) {
        throw new KeyFileException(
            "another process is making the key in " + keyFile + "; let it go on, or stop it first");
      }
      try {
        return act.call();
      } finally {
        Files.deleteIfExists(path);
      }
    }
  }

  private static FileChannel open(Path path) throws KeyFileException {
    try {
      return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new KeyFileException(path + " cannot be written: " + e.getMessage());
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }
}
