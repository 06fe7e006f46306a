package org.psephos.board.bel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.tar.TarWriter;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** Writes an archive event by event. Keeps nothing but the last link. Not thread safe. */
final class BelChain {

  /** The name of the first member. */
  static final String FIRST = "BELENIOS";

  static final String DATA = ".data.json";
  static final String EVENT = ".event.json";

  private final TarWriter tar;
  private Optional<Digest> parent = Optional.empty();
  private long height;

  /** Starts an archive of this time, in Unix seconds. */
  BelChain(OutputStream out, long time) throws IOException {
    tar = new TarWriter(out, time);
    tar.member(FIRST, first(time));
  }

  /** The bytes of the first member. */
  static byte[] first(long time) {
    return Json.Obj.with("version", 1).and("timestamp", Long.toString(time)).build().toBytes();
  }

  /**
   * Writes an event behind its data.
   *
   * @param data what the event reaches, children first; the last is the payload
   */
  void event(BelEventType type, List<BoardObject> data) throws IOException {
    Optional<Digest> payload = Optional.empty();
    for (BoardObject object : data) {
      tar.member(object.hash().hex() + DATA, object.toByteArray());
      payload = Optional.of(object.hash());
    }
    byte[] event = new BelEvent(parent, height, type, payload).encode();
    Digest hash = Digest.sha256(event);
    tar.member(hash.hex() + EVENT, event);
    parent = Optional.of(hash);
    height++;
  }
}
