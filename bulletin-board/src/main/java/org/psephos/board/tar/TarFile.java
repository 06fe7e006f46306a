package org.psephos.board.tar;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * An archive on disk. Scanning reads headers and padding only; members are read where they stand.
 * Reading is safe for use by many threads.
 */
public final class TarFile implements Closeable {

  /** Takes the members in order. */
  @FunctionalInterface
  public interface Visitor {
    void member(Member member) throws IOException, DecodingException;
  }

  /**
   * A member of this archive.
   *
   * @param position its place in the archive, from 0
   * @param at where its content begins, in bytes
   */
  public record Member(long position, TarHeader header, long at) {
    public String name() {
      return header.name();
    }
  }

  private static final int WINDOW = 1 << 16;

  private final FileChannel channel;
  private final long length;

  private TarFile(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  /** Opens a file; nothing of it is judged yet. */
  public static TarFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new TarFile(channel, channel.size());
  }

  /**
   * Goes through the archive once.
   *
   * @throws DecodingException as {@link Cursor#next} does
   */
  public void scan(Visitor visitor) throws IOException, DecodingException {
    Cursor cursor = cursor();
    for (Optional<Member> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      visitor.member(next.get());
    }
  }

  /** Begins to go through the archive. */
  public Cursor cursor() {
    return new Cursor();
  }

  /** A place between two members. Not thread safe. */
  public final class Cursor {
    private final Window window = new Window();
    private long position;
    private long at;

    private Cursor() {}

    /**
     * The next member, or nothing at the end.
     *
     * @throws DecodingException if a header is not in its one spelling, padding is not zero, or the
     *     file ends within a member
     */
    public Optional<Member> next() throws IOException, DecodingException {
      if (at == length) {
        return Optional.empty();
      }
      TarHeader header = header(window.read(at, TarHeader.BLOCK), position);
      Member member = new Member(position, header, at + TarHeader.BLOCK);
      at = member.at() + header.size() + padding(member);
      position++;
      return Optional.of(member);
    }

    private int padding(Member member) throws IOException, DecodingException {
      long end = member.at() + member.header().size();
      int padding = TarHeader.padding(member.header().size());
      if (end + padding > length) {
        throw new DecodingException(
            member.name(), member.header().size() + " bytes and padding", "the end of the file");
      }
      for (byte zero : window.read(end, padding)) {
        if (zero != 0) {
          throw new DecodingException(
              Reason.NOT_CANONICAL, member.name(), "zeros as padding", "another byte");
        }
      }
      return padding;
    }
  }

  private static TarHeader header(byte[] block, long position) throws DecodingException {
    try {
      return TarHeader.decode(block);
    } catch (DecodingException e) {
      throw e.within("member " + position);
    }
  }

  /**
   * The content of a member.
   *
   * @throws DecodingException if it is larger than {@code largest} bytes
   */
  public byte[] read(Member member, int largest) throws IOException, DecodingException {
    return read(member.name(), member.at(), member.header().size(), largest);
  }

  /** The content of the member whose content begins there. */
  byte[] read(String name, long at, long size, int largest) throws IOException, DecodingException {
    if (size > largest) {
      throw new DecodingException(
          Reason.TOO_LARGE, name, "at most " + largest + " bytes", size + " bytes");
    }
    return bytes(at, (int) size);
  }

  /**
   * Reads a member by where its content begins, as a scan told it.
   *
   * @throws DecodingException if it is larger than {@code largest} bytes
   */
  public byte[] readAt(long at, int largest) throws IOException, DecodingException {
    TarHeader header = TarHeader.decode(bytes(at - TarHeader.BLOCK, TarHeader.BLOCK));
    return read(header.name(), at, header.size(), largest);
  }

  private byte[] bytes(long at, int count) throws IOException, DecodingException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new DecodingException("archive", "more bytes", "the end of the file");
      }
    }
    return buffer.array();
  }

  /** Reads ahead, since most members are small. */
  private final class Window {
    private byte[] bytes = {};
    private long from;

    byte[] read(long at, int count) throws IOException, DecodingException {
      if (at + count > length) {
        throw new DecodingException("archive", "a whole block", "the end of the file");
      }
      if (at < from || at + count > from + bytes.length) {
        bytes = TarFile.this.bytes(at, (int) Math.min(Math.max(WINDOW, count), length - at));
        from = at;
      }
      int start = (int) (at - from);
      return Arrays.copyOfRange(bytes, start, start + count);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
