package org.psephos.board.store;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * A board in a directory: one journal that only grows, flushed to the disk before anything is
 * confirmed. For one process. Opening reads the whole journal once; the index in memory takes about
 * 300 bytes per entry.
 */
public final class FileStore implements BoardStore {

  private final FileIndex index = new FileIndex();
  private final Journal journal;
  private final Interruption interruption;

  /** Held while something is decided and written; readers do not wait for it. */
  private final ReentrantLock writing = new ReentrantLock();

  private FileStore(Path directory, Interruption interruption) throws StoreUnavailableException {
    this.interruption = interruption;
    this.journal =
        Journal.open(directory, (at, body) -> FrameReader.read(index, at, body), interruption);
  }

  /**
   * Opens or creates the board in this directory.
   *
   * @throws StoreUnavailableException if it is in use or cannot be read
   */
  public static FileStore open(Path directory) throws StoreUnavailableException {
    return new FileStore(directory, Interruption.NONE);
  }

  static FileStore open(Path directory, Interruption interruption)
      throws StoreUnavailableException {
    return new FileStore(directory, interruption);
  }

  @Override
  public void putObject(BoardObject object) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_OBJECT);
    writing.lock();
    try {
      FrameWriter frame = new FrameWriter();
      addObject(frame, object);
      commit(frame);
    } finally {
      writing.unlock();
    }
    journal.force();
    interruption.at(Interruption.Point.AFTER_OBJECT);
  }

  @Override
  public Admission submit(List<Submission> submissions, String stage)
      throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_SUBMISSION);
    Set<Digest> known = new HashSet<>();
    writing.lock();
    try {
      if (!stage().equals(stage)) {
        return new Admission.WrongStage(stage());
      }
      FrameWriter frame = new FrameWriter();
      Set<Digest> fresh = new HashSet<>();
      for (Submission submission : submissions) {
        Digest ident = submission.entry().ident();
        if (read(all -> all.knows(ident)) || !fresh.add(ident)) {
          known.add(ident);
        } else {
          submission.objects().forEach(object -> addObject(frame, object));
          frame.submission(submission.entry());
        }
      }
      commit(frame);
    } finally {
      writing.unlock();
    }
    // Known ones too: their first submitter may still be waiting for the disk.
    journal.force();
    interruption.at(Interruption.Point.AFTER_SUBMISSION);
    return new Admission.Queued(known);
  }

  @Override
  public TreeHead number(int limit, Extending extending) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_NUMBER);
    writing.lock();
    try {
      Standing standing = standing(limit);
      if (!standing.pending().isEmpty()) {
        FrameWriter frame = new FrameWriter();
        Extension extension = Steps.checked(standing, extending.extend(standing), false);
        frame.extension(extension, standing.pending().size(), standing.stage());
        commit(frame);
      }
    } finally {
      writing.unlock();
    }
    return confirmed();
  }

  @Override
  public TreeHead exclusively(Deciding deciding) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_NUMBER);
    writing.lock();
    try {
      Standing standing = standing(Integer.MAX_VALUE);
      Optional<Deciding.Decision> decision = deciding.decide(standing);
      if (decision.isPresent()) {
        FrameWriter frame = new FrameWriter();
        decision.get().objects().forEach(object -> addObject(frame, object));
        Extension extension = Steps.checked(standing, decision.get().extension(), true);
        requireFresh(extension, standing.pending().size());
        frame.extension(extension, standing.pending().size(), decision.get().stage());
        commit(frame);
      }
    } finally {
      writing.unlock();
    }
    return confirmed();
  }

  private void requireFresh(Extension extension, int taken) {
    Set<Digest> fresh = new HashSet<>();
    for (EntryBytes entry : extension.entries().subList(taken, extension.entries().size())) {
      Digest ident = entry.ident();
      if (!fresh.add(ident) || read(all -> all.knows(ident))) {
        throw new IllegalArgumentException("an entry stands on the board already");
      }
    }
  }

  private TreeHead confirmed() throws StoreUnavailableException {
    TreeHead head = head();
    journal.force();
    interruption.at(Interruption.Point.AFTER_NUMBER);
    return head;
  }

  @Override
  public void publish(StoredCheckpoint checkpoint) throws StoreUnavailableException {
    writing.lock();
    try {
      Optional<StoredCheckpoint> published = read(all -> all.checkpoint(checkpoint.size()));
      if (head(checkpoint.size()).isEmpty()) {
        throw new StoreUnavailableException("no step ended at size " + checkpoint.size());
      }
      if (published.isPresent() && !published.get().equals(checkpoint)) {
        throw new StoreUnavailableException(
            "another checkpoint of size " + checkpoint.size() + " is published");
      }
      if (published.isEmpty()) {
        FrameWriter frame = new FrameWriter();
        frame.checkpoint(checkpoint);
        commit(frame);
      }
    } finally {
      writing.unlock();
    }
    journal.force();
  }

  private void addObject(FrameWriter frame, BoardObject object) {
    if (read(all -> all.object(object.hash())).isEmpty()) {
      frame.object(object);
    }
  }

  /** Writes the frame and takes it into the index by the same way as after a restart. */
  private void commit(FrameWriter frame) throws StoreUnavailableException {
    if (frame.isEmpty()) {
      return;
    }
    byte[] body = frame.body();
    long bodyAt = journal.append(body);
    synchronized (index) {
      FrameReader.read(index, bodyAt, ByteBuffer.wrap(body));
    }
  }

  private Standing standing(int limit) throws StoreUnavailableException {
    return new Standing(stage(), head(), load(read(all -> all.pending(limit))));
  }

  private List<EntryBytes> load(List<Span> spans) throws StoreUnavailableException {
    List<EntryBytes> entries = new ArrayList<>(spans.size());
    for (Span span : spans) {
      try {
        entries.add(EntryBytes.decode(journal.read(span.at(), span.length())));
      } catch (DecodingException e) {
        throw new StoreUnavailableException("the journal is damaged at byte " + span.at(), e);
      }
    }
    return entries;
  }

  private <T> T read(Function<FileIndex, T> question) {
    synchronized (index) {
      return question.apply(index);
    }
  }

  @Override
  public TreeHead head() {
    return read(FileIndex::head);
  }

  @Override
  public Optional<TreeHead> head(long size) {
    return read(all -> all.head(size));
  }

  @Override
  public String stage() {
    return read(FileIndex::stage);
  }

  @Override
  public List<EntryBytes> entries(long from, int limit) throws StoreUnavailableException {
    return load(read(all -> all.entries(from, limit)));
  }

  @Override
  public List<Digest> hashes(int level, long from, int limit) {
    return read(all -> all.hashes(level, from, limit));
  }

  @Override
  public OptionalLong indexOf(Digest ident) {
    return read(all -> all.indexOf(ident));
  }

  @Override
  public boolean isPending(Digest ident) {
    return read(all -> all.isPending(ident));
  }

  @Override
  public int pending() {
    return read(FileIndex::pending);
  }

  @Override
  public Optional<ObjectContent> object(Digest hash) {
    return read(all -> all.object(hash)).map(this::content);
  }

  private ObjectContent content(Span span) {
    return new ObjectContent() {
      @Override
      public long length() {
        return span.length();
      }

      @Override
      public InputStream open() {
        return new SpanStream(
            span.length(), (offset, length) -> journal.read(span.at() + offset, length));
      }
    };
  }

  @Override
  public Optional<StoredCheckpoint> newestCheckpoint() {
    return read(FileIndex::newestCheckpoint);
  }

  @Override
  public Optional<StoredCheckpoint> firstCheckpointCovering(long position) {
    return read(all -> all.firstCheckpointAbove(position));
  }

  @Override
  public void close() throws StoreUnavailableException {
    journal.close();
  }
}
