package org.psephos.board.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** Reads the body of a frame into the index; the counterpart of {@link FrameWriter}. */
final class FrameReader {

  private final FileIndex index;
  private final long bodyAt;
  private final ByteBuffer body;

  private FrameReader(FileIndex index, long bodyAt, ByteBuffer body) {
    this.index = index;
    this.bodyAt = bodyAt;
    this.body = body;
  }

  static void read(FileIndex index, long bodyAt, ByteBuffer body) throws StoreUnavailableException {
    try {
      FrameReader reader = new FrameReader(index, bodyAt, body);
      while (body.hasRemaining()) {
        reader.operation();
      }
    } catch (BufferUnderflowException | DecodingException | IllegalArgumentException e) {
      throw new StoreUnavailableException("the journal is damaged at byte " + bodyAt, e);
    }
  }

  private void operation() throws DecodingException {
    int kind = body.get();
    switch (kind) {
      case FrameWriter.OBJECT -> {
        Digest hash = hash();
        index.addObject(hash, span());
      }
      case FrameWriter.SUBMISSION -> {
        Span span = span();
        index.addPending(ident(span), span);
      }
      case FrameWriter.EXTENSION -> extension();
      case FrameWriter.CHECKPOINT -> {
        long size = body.getLong();
        index.addCheckpoint(new StoredCheckpoint(size, text()));
      }
      default -> throw new DecodingException("journal", "a known operation", "another");
    }
  }

  private void extension() throws DecodingException {
    int taken = body.getInt();
    int others = body.getInt();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      spans.add(span());
    }
    for (int i = 0; i < taken; i++) {
      index.numberPending();
    }
    spans.forEach(span -> index.number(ident(span), span));
    for (int i = 0; i < taken + others; i++) {
      index.addHash(0, hash());
    }
    tiles();
    long size = body.getLong();
    TreeHead head = new TreeHead(size, hash());
    index.addHead(head, text());
  }

  private void tiles() {
    for (int left = body.getInt(); left > 0; left--) {
      int level = body.getInt();
      body.getLong();
      index.addHash(level, hash());
    }
  }

  /** A length and so many bytes, which are left where they are. */
  private Span span() {
    int length = body.getInt();
    Span span = new Span(bodyAt + body.position(), length);
    if (length < 0 || length > body.remaining()) {
      throw new BufferUnderflowException();
    }
    body.position(body.position() + length);
    return span;
  }

  private Digest ident(Span span) {
    byte[] entry = new byte[span.length()];
    body.duplicate().position((int) (span.at() - bodyAt)).get(entry);
    return Digest.sha256(entry);
  }

  private Digest hash() {
    byte[] hash = new byte[Digest.LENGTH];
    body.get(hash);
    return Digest.of(hash);
  }

  private String text() throws DecodingException {
    byte[] bytes = new byte[body.getInt()];
    body.get(bytes);
    return Utf8.decode(bytes);
  }
}
