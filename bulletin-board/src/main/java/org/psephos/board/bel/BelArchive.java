package org.psephos.board.bel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.tar.TarFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * An archive on disk, ours or anybody's. Opening reads and hashes every member once, unpacks
 * nothing, and keeps an index of about 400 bytes for each event; objects are read where they stand.
 * Safe for use by many threads.
 *
 * <p>Only the form is judged here. Data may occur more than once, as version 1 allows.
 */
public final class BelArchive implements Closeable {

  private final TarFile tar;
  private final long timestamp;
  private final Map<Digest, Long> objects;
  private final List<BelEvent> events;
  private final List<BelFault> faults;

  private BelArchive(TarFile tar, BelScan scan) {
    this.tar = tar;
    this.timestamp = scan.time;
    this.objects = Map.copyOf(scan.objects);
    this.events = List.copyOf(scan.events);
    this.faults = List.copyOf(scan.faults);
  }

  /**
   * Opens an archive.
   *
   * @throws DecodingException if it is no archive at all: not a tar of the one form, cut off within
   *     a member, or without a proper first member
   */
  public static BelArchive open(Path file) throws IOException, DecodingException {
    TarFile tar = TarFile.open(file);
    try {
      BelScan scan = new BelScan(tar);
      scan.run();
      return new BelArchive(tar, scan);
    } catch (IOException | DecodingException e) {
      tar.close();
      throw e;
    }
  }

  /** When the archive says that it began, in Unix seconds. */
  public long timestamp() {
    return timestamp;
  }

  /** The events that can be read, in the order of the file. */
  public List<BelEvent> events() {
    return events;
  }

  /**
   * How this file differs from the one that its own events and data give, at most 100 places; empty
   * if it does not differ in one byte. Broken links, names that are no hashes, missing, superfluous
   * and misplaced data, and events in an order that version 1 does not have.
   */
  public List<BelFault> faults() {
    return faults;
  }

  /**
   * The data of this hash.
   *
   * @throws DecodingException if there is none or it is larger than {@code largest} bytes
   */
  public BoardObject object(Digest hash, int largest) throws IOException, DecodingException {
    Long at = objects.get(hash);
    if (at == null) {
      throw new DecodingException(hash.hex() + BelChain.DATA, "a member of this name", "none");
    }
    return BoardObject.of(hash, tar.readAt(at, largest));
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
