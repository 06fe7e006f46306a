package org.psephos.api.records;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads and changes election records, each call a transaction of its own. */
@ApplicationScoped
public class ElectionRecords {

  /** The draft of the election of this id, as JSON. */
  @Transactional
  public Optional<String> draft(String uuid) {
    return ElectionRecord.lookUp(uuid).map(row -> row.draft);
  }

  /** What the election's board is called. */
  @Transactional
  public Optional<String> origin(String uuid) {
    return ElectionRecord.lookUp(uuid).map(row -> row.origin);
  }

  /** The id of the election whose board is called this. */
  @Transactional
  public Optional<String> withOrigin(String origin) {
    return ElectionRecord.called(origin).map(row -> row.uuid);
  }

  /** The ids of all elections. */
  @Transactional
  public List<String> ids() {
    return ElectionRecord.<ElectionRecord>listAll().stream().map(row -> row.uuid).toList();
  }

  /** All drafts as JSON, the last one that was begun first. */
  @Transactional
  public List<String> newestFirst() {
    return ElectionRecord.<ElectionRecord>listAll(Sort.descending("createdAt", "uuid")).stream()
        .map(row -> row.draft)
        .toList();
  }

  /** A new election; part of the caller's transaction. */
  @Transactional
  public void begin(String uuid, String origin, String draft) {
    ElectionRecord row = new ElectionRecord();
    row.uuid = uuid;
    row.origin = origin;
    row.draft = draft;
    row.createdAt = Instant.now();
    row.persistAndFlush();
  }

  /** Another draft in place of the present one. */
  @Transactional
  public void edit(String uuid, String draft) {
    existing(uuid).draft = draft;
  }

  /** Where the backup of the log key is. */
  @Transactional
  public void recordBackup(String uuid, String where) {
    existing(uuid).logKeyBackup = where;
  }

  private static ElectionRecord existing(String uuid) {
    return ElectionRecord.lookUp(uuid).orElseThrow();
  }
}
