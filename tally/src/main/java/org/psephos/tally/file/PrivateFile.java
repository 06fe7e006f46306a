package org.psephos.tally.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes files of mode 0600 that are complete and on the disk before they get their name, and never
 * replaces one.
 */
public final class PrivateFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFile() {}

  /**
   * Writes a new file and reads it back.
   *
   * @throws FileAlreadyExistsException if there is one of that name; it stays as it is
   * @throws IOException if the disk cannot keep it; nothing of it remains
   */
  public static void writeNew(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    makeFolder(target.getParent());
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path draft = Files.createTempFile(target.getParent(), ".psephos-", ".part", OWNER_ONLY);
    try {
      writeDurably(draft, content);
      // A link fails if the name is taken meanwhile, where a move would replace it.
      Files.createLink(target, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
    sync(target.getParent());
    if (!Arrays.equals(Files.readAllBytes(target), content)) {
      throw new IOException(file + " does not read back as it was written");
    }
  }

  /** Makes a folder that only its owner can enter, unless it is there. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY_FOLDER);
    }
  }

  private static void writeDurably(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
