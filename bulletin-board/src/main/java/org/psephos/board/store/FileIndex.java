package org.psephos.board.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.psephos.crypto.hash.Digest;

/**
 * What the file store knows without reading: where everything stands in the journal. About 300
 * bytes per entry. Not thread safe; the store guards it.
 */
final class FileIndex {

  private static final int LEVELS = 8;
  private static final long PENDING = -1;

  private final Map<Digest, Span> objects = new HashMap<>();
  private final Map<Digest, Long> idents = new HashMap<>();
  private final Deque<Span> pending = new ArrayDeque<>();
  private final Deque<Digest> pendingIdents = new ArrayDeque<>();
  private final List<Span> entries = new ArrayList<>();
  private final List<List<Digest>> hashes = new ArrayList<>();
  private final TreeMap<Long, TreeHead> heads = new TreeMap<>();
  private final TreeMap<Long, StoredCheckpoint> checkpoints = new TreeMap<>();
  private String stage = "";

  FileIndex() {
    for (int level = 0; level < LEVELS; level++) {
      hashes.add(new ArrayList<>());
    }
    heads.put(0L, TreeHead.EMPTY);
  }

  void addObject(Digest hash, Span span) {
    objects.putIfAbsent(hash, span);
  }

  void addPending(Digest ident, Span span) {
    idents.put(ident, PENDING);
    pending.add(span);
    pendingIdents.add(ident);
  }

  /** Numbers the oldest pending entry. */
  void numberPending() {
    number(pendingIdents.remove(), pending.remove());
  }

  /** Numbers an entry that was never pending. */
  void number(Digest ident, Span span) {
    idents.put(ident, (long) entries.size());
    entries.add(span);
  }

  void addHash(int level, Digest hash) {
    hashes.get(level).add(hash);
  }

  void addHead(TreeHead head, String next) {
    heads.put(head.size(), head);
    stage = next;
  }

  void addCheckpoint(StoredCheckpoint checkpoint) {
    checkpoints.put(checkpoint.size(), checkpoint);
  }

  Optional<Span> object(Digest hash) {
    return Optional.ofNullable(objects.get(hash));
  }

  boolean knows(Digest ident) {
    return idents.containsKey(ident);
  }

  boolean isPending(Digest ident) {
    return Long.valueOf(PENDING).equals(idents.get(ident));
  }

  OptionalLong indexOf(Digest ident) {
    Long index = idents.get(ident);
    return index == null || index == PENDING ? OptionalLong.empty() : OptionalLong.of(index);
  }

  int pending() {
    return pending.size();
  }

  List<Span> pending(int limit) {
    return pending.stream().limit(limit).toList();
  }

  List<Span> entries(long from, int limit) {
    return range(entries, from, limit);
  }

  List<Digest> hashes(int level, long from, int limit) {
    return range(hashes.get(level), from, limit);
  }

  int hashes(int level) {
    return hashes.get(level).size();
  }

  private static <T> List<T> range(List<T> all, long from, int limit) {
    int start = (int) Math.min(from, all.size());
    return List.copyOf(all.subList(start, (int) Math.min((long) start + limit, all.size())));
  }

  TreeHead head() {
    return heads.lastEntry().getValue();
  }

  Optional<TreeHead> head(long size) {
    return Optional.ofNullable(heads.get(size));
  }

  String stage() {
    return stage;
  }

  Optional<StoredCheckpoint> checkpoint(long size) {
    return Optional.ofNullable(checkpoints.get(size));
  }

  Optional<StoredCheckpoint> newestCheckpoint() {
    return Optional.ofNullable(checkpoints.lastEntry()).map(Map.Entry::getValue);
  }

  Optional<StoredCheckpoint> firstCheckpointAbove(long index) {
    return Optional.ofNullable(checkpoints.higherEntry(index)).map(Map.Entry::getValue);
  }
}
