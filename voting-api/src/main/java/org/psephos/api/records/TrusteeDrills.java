package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** When trustees last showed that their keys work. */
@ApplicationScoped
public class TrusteeDrills {

  /** A drill that was just done. */
  @Transactional
  public void add(String election, int owner) {
    TrusteeDrill row = new TrusteeDrill();
    row.election = election;
    row.owner = owner;
    row.at = Instant.now();
    row.persist();
  }

  /** The last drill of each trustee of an election who did one, by number. */
  @Transactional
  public SortedMap<Integer, Instant> last(String election) {
    SortedMap<Integer, Instant> last = new TreeMap<>();
    TrusteeDrill.<TrusteeDrill>list("election = ?1 order by id", election)
        .forEach(row -> last.put(row.owner, row.at));
    return last;
  }
}
