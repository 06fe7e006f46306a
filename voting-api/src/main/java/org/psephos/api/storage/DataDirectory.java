package org.psephos.api.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The one directory of an installation, held by one server at a time. Everything in it is readable
 * by its owner alone. Thread safe.
 */
public final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Makes the directory if need be and locks it.
   *
   * @throws StorageException if another server holds it, or it cannot be used
   */
  public static DataDirectory open(Path path) throws StorageException {
    Path root = path.toAbsolutePath().normalize();
    try {
      makePrivate(root);
      return locked(root);
    } catch (IOException | UnsupportedOperationException e) {
      throw new StorageException("the data directory " + root + " cannot be used: " + e, e);
    }
  }

  private static DataDirectory locked(Path root) throws IOException, StorageException {
    FileChannel file =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(file);
    if (lock == null) {
      file.close();
      throw new StorageException(
          "another server is using the data directory " + root + "; one directory, one server");
    }
    return new DataDirectory(root, file, lock);
  }

  private static FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Makes the directory, or takes it away from everyone else. */
  static void makePrivate(Path directory) throws IOException {
    Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mine));
    Files.setPosixFilePermissions(directory, mine);
  }

  public Path root() {
    return root;
  }

  /** Passwords of the embedded database's logins. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** The log keys and their high-water records. */
  public Path keys() {
    return root.resolve("keys");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** Lets another server in. */
  @Override
  public void close() throws StorageException {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new StorageException("the lock on " + root + " could not be released", e);
    }
  }
}
