package org.psephos.board.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * Small files that only their owner may read (mode 0600 from the first moment, where the system
 * knows modes), complete and on the disk before they get their name. Safe for use by many threads.
 */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFile() {}

  /**
   * Writes a new file and reads it back. Its folder is made if there is none. A crash leaves the
   * whole file or none of that name.
   *
   * @throws FileAlreadyExistsException if there is one of that name; it stays as it is
   * @throws IOException if the disk cannot keep it; nothing of it remains
   */
  public static void writeNew(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    makeFolder(folder);
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path draft = Files.createTempFile(folder, ".psephos-", ".part", attributes(folder, OWNER_ONLY));
    try {
      writeDurably(draft, content);
      // A link fails if the name is taken meanwhile, where a move would replace it.
      Files.createLink(target, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
    sync(folder);
    byte[] kept = Files.readAllBytes(target);
    boolean isWhole = Arrays.equals(kept, content);
    Arrays.fill(kept, (byte) 0);
    if (!isWhole) {
      throw new IOException(file + " does not read back as it was written");
    }
  }

  /**
   * Puts a file in the place of another, which need not be there. A crash leaves the old one or the
   * new one, whole. Only one writer at a time may replace one file.
   *
   * @throws IOException if the disk cannot keep it
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, attributes(draft, OWNER_ONLY));
    writeDurably(draft, content);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(target.getParent());
  }

  /**
   * The whole file. No copy of it stays behind in memory.
   *
   * @param largest the most bytes that it may have
   * @throws java.nio.file.NoSuchFileException if there is none
   * @throws DecodingException if it is larger
   */
  public static byte[] read(Path file, int largest) throws IOException, DecodingException {
    byte[] content = new byte[(int) Math.min(Files.size(file), largest) + 1];
    int length;
    try (InputStream in = Files.newInputStream(file)) {
      length = in.readNBytes(content, 0, content.length);
      // The size is only a hint: that of a pipe is 0.
      while (length == content.length && length <= largest) {
        content = moved(content, (int) Math.min(2L * length, largest + 1L));
        length += in.readNBytes(content, length, content.length - length);
      }
    }
    if (length > largest) {
      Arrays.fill(content, (byte) 0);
      throw new DecodingException(
          Reason.TOO_LARGE, file.toString(), "at most " + largest + " bytes", "more");
    }
    return moved(content, length);
  }

  private static byte[] moved(byte[] content, int length) {
    byte[] moved = Arrays.copyOf(content, length);
    Arrays.fill(content, (byte) 0);
    return moved;
  }

  /**
   * Refuses a file that others may read or write, where the system can tell.
   *
   * @throws IOException if they may
   */
  public static void requirePrivate(Path file) throws IOException {
    if (knowsModes(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " may be read by others; its mode must be 0600");
    }
  }

  /** Makes a folder that only its owner can enter, unless it is there. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, OWNER_ONLY_FOLDER));
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

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> mode) {
    return knowsModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
