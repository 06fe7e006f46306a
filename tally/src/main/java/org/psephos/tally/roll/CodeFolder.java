package org.psephos.tally.roll;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;

/**
 * The folder in which a registrar keeps the lists of one election. A list is there whole or not at
 * all, whatever interrupts the one who writes it. The private list comes first and the public list
 * follows from it, so a list that was posted never lacks its codes. Codes that replace others wait
 * in a file of their own until the service has taken them. For use by one process at a time.
 */
public final class CodeFolder {

  /** The list that is posted. */
  public static final String PUBLIC_LIST = "public-credentials.json";

  /** The list that never leaves the folder. */
  public static final String PRIVATE_LIST = "codes.csv";

  /** Codes that the service may not have taken yet. */
  public static final String NEXT_LIST = "codes.next.csv";

  private static final String UNFINISHED = ".psephos-*.part";
  private static final int LARGEST = 1 << 30;

  private final Path folder;

  public CodeFolder(Path folder) {
    this.folder = folder;
  }

  /** Removes what an interrupted run left unfinished; none of it was ever in use. */
  public void sweep() throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, UNFINISHED)) {
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    }
  }

  public Path privateList() {
    return folder.resolve(PRIVATE_LIST);
  }

  public boolean hasCodes() {
    return Files.exists(privateList());
  }

  /** Whether codes wait to be taken, because a run was interrupted. */
  public boolean hasNext() {
    return Files.exists(folder.resolve(NEXT_LIST));
  }

  /** The codes that count; the caller closes them. */
  public PrivateList codes() throws RollException {
    return read(privateList());
  }

  /** The codes that wait; the caller closes them. */
  public PrivateList next() throws RollException {
    return read(folder.resolve(NEXT_LIST));
  }

  private static PrivateList read(Path file) throws RollException {
    byte[] content = new byte[0];
    try {
      PrivateFile.requirePrivate(file);
      content = PrivateFile.read(file, LARGEST);
      return PrivateList.decode(content);
    } catch (NoSuchFileException e) {
      throw new RollException("there is no private list " + file);
    } catch (IOException | DecodingException e) {
      throw new RollException("the private list cannot be read: " + e.getMessage());
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Keeps the first codes. */
  public void keep(PrivateList list) throws IOException {
    write(privateList(), list);
  }

  /** Keeps codes that are to replace those that count. */
  public void prepare(PrivateList next) throws IOException {
    write(folder.resolve(NEXT_LIST), next);
  }

  private static void write(Path file, PrivateList list) throws IOException {
    byte[] secret = list.encode();
    try {
      PrivateFile.writeNew(file, secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Keeps the public list of the codes that count, or checks that it is the one that is there.
   *
   * @throws RollException if another one is there
   */
  public void keepPublic(byte[] list) throws IOException, RollException {
    Path file = folder.resolve(PUBLIC_LIST);
    if (!Files.exists(file)) {
      PrivateFile.writeNew(file, list);
    } else if (!Arrays.equals(Files.readAllBytes(file), list)) {
      throw new RollException(
          file
              + " is not the list that follows from "
              + privateList()
              + " in this election; one of them was changed or belongs to another election");
    }
  }

  /** The service has taken the codes that wait: they count from now on, and the others are gone. */
  public void promote(byte[] publicList) throws IOException {
    PrivateFile.replace(folder.resolve(PUBLIC_LIST), publicList);
    // Last: until here an interrupted run is taken up again.
    Files.move(folder.resolve(NEXT_LIST), privateList(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The service has refused the codes that wait: nobody ever uses them. */
  public void drop() throws IOException {
    Files.deleteIfExists(folder.resolve(NEXT_LIST));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
