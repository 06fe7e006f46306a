package org.psephos.board.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One file that only grows, made of frames: length, CRC-32C of the body, body. A frame counts whole
 * or not at all. What a crash left at the end of the file is set aside when it is opened. One
 * process at a time, kept by a lock on the file.
 */
final class Journal implements Closeable {

  static final String NAME = "journal";
  private static final int HEADER = 8;

  /** Takes the frames of an existing file in order. */
  interface Visitor {
    void frame(long bodyAt, ByteBuffer body) throws StoreUnavailableException;
  }

  private final FileChannel channel;
  private final Interruption interruption;
  private final Object forcing = new Object();
  private long end;
  private volatile long written;
  private long forced;
  private volatile boolean broken;

  private Journal(FileChannel channel, Interruption interruption) {
    this.channel = channel;
    this.interruption = interruption;
  }

  static Journal open(Path directory, Visitor visitor, Interruption interruption)
      throws StoreUnavailableException {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(NAME),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        lock(channel);
        Journal journal = new Journal(channel, interruption);
        journal.replay(directory, visitor);
        forceDirectory(directory);
        return journal;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreUnavailableException("the journal in " + directory + " cannot be opened", e);
    }
  }

  @SuppressWarnings("resource") // The lock lives as long as the channel.
  private static void lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new StoreUnavailableException("another process uses this board's directory");
      }
    } catch (OverlappingFileLockException e) {
      throw new StoreUnavailableException("this board's directory is in use already", e);
    }
  }

  private void replay(Path directory, Visitor visitor) throws IOException {
    long length = channel.size();
    while (end < length) {
      ByteBuffer body = frame(length);
      if (body == null) {
        setAside(directory, length);
        break;
      }
      int size = body.remaining();
      visitor.frame(end + HEADER, body);
      end += HEADER + size;
    }
    written = end;
    channel.force(true);
    forced = end;
  }

  /** The body of the frame at the current end, or null if it is not whole. */
  private ByteBuffer frame(long length) throws IOException {
    if (length - end < HEADER) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(read(end, HEADER));
    int size = header.getInt();
    int checksum = header.getInt();
    if (size < 1 || size > length - end - HEADER) {
      return null;
    }
    byte[] body = read(end + HEADER, size);
    return checksum(body) == checksum ? ByteBuffer.wrap(body) : null;
  }

  /** Keeps the bytes behind the last whole frame for whoever investigates, and cuts them off. */
  private void setAside(Path directory, long length) throws IOException {
    Path torn = directory.resolve("torn-" + end + "-" + length);
    try (FileChannel copy =
        FileChannel.open(
            torn,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      long at = end;
      while (at < length) {
        at += channel.transferTo(at, length - at, copy);
      }
      copy.force(true);
    }
    channel.truncate(end);
  }

  /**
   * Appends one frame, which is durable once {@link #force} returned. One caller at a time.
   *
   * @return where its body begins
   */
  long append(byte[] body) throws StoreUnavailableException {
    requireSound();
    try {
      ByteBuffer frame = ByteBuffer.allocate(HEADER + body.length);
      frame.putInt(body.length).putInt(checksum(body)).put(body).flip();
      int half = frame.limit() / 2;
      write(frame.duplicate().limit(half), end);
      interruption.at(Interruption.Point.AMID);
      write(frame.duplicate().position(half), end + half);
    } catch (IOException e) {
      broken = true;
      throw new StoreUnavailableException("the journal cannot be written", e);
    }
    long bodyAt = end + HEADER;
    end = bodyAt + body.length;
    written = end;
    return bodyAt;
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }

  /**
   * Returns when everything written up to here is durable; one wait serves everyone who waits.
   * After a failure nothing can be known any more, so the journal stays broken until it is opened
   * again.
   */
  void force() throws StoreUnavailableException {
    long wanted = written;
    synchronized (forcing) {
      requireSound();
      if (forced >= wanted) {
        return;
      }
      long reached = written;
      try {
        channel.force(false);
      } catch (IOException e) {
        broken = true;
        throw new StoreUnavailableException("the journal cannot be made durable", e);
      }
      forced = reached;
    }
  }

  byte[] read(long at, int length) throws StoreUnavailableException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, at + bytes.position()) < 0) {
          throw new StoreUnavailableException("the journal ends too early");
        }
      }
      return bytes.array();
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreUnavailableException("the journal cannot be read", e);
    }
  }

  private void requireSound() throws StoreUnavailableException {
    if (broken) {
      throw new StoreUnavailableException("the journal failed before; open the board again");
    }
  }

  private static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body, 0, body.length);
    return (int) crc.getValue();
  }

  /** Makes the name of a new file durable, where the system can. */
  private static void forceDirectory(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  @Override
  public void close() throws StoreUnavailableException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailableException("the journal cannot be closed", e);
    }
  }
}
