package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.psephos.api.records.TrusteeDrills;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.order.Phase;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.group.Group;

/** What everyone may know about an election at any time. */
@ApplicationScoped
public class ElectionStatus {

  private final Elections elections;
  private final FrozenElections definitions;
  private final TrusteeDrills drills;
  private final AmendElection amendments;
  private final SecondOfficial second;
  private final Schedule schedule;

  ElectionStatus(
      Elections elections,
      FrozenElections definitions,
      TrusteeDrills drills,
      AmendElection amendments,
      SecondOfficial second,
      Schedule schedule) {
    this.elections = elections;
    this.definitions = definitions;
    this.drills = drills;
    this.amendments = amendments;
    this.second = second;
    this.schedule = schedule;
  }

  /** The public status, with the members that make sense so far. */
  public Json.Obj status(String uuid) throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Draft draft = elections.draft(uuid);
    BoardState state = board.state();
    BeforeSetup before = BeforeSetup.read(board.reads());
    Json.Builder status =
        Json.Obj.with("uuid", uuid)
            .and("state", state.phase().name())
            .and("mode", draft.mode().wireName())
            .and("group", draft.group())
            .and("name", draft.defaultText().name())
            .and("opens", draft.opens())
            .and("closes", state.closes() == 0 ? draft.closes() : state.closes())
            .and("minimum_ballots", draft.minimumBallots())
            .and("trustees", trustees(board, draft, before));
    if (state.phase() != Phase.DRAFT) {
      status.and("origin", board.key().name()).and("log", board.key().toString());
      board(board.reads()).ifPresent(head -> status.and("board", head));
    }
    draft.thresholdGroup().ifPresent(group -> status.and("threshold_group", group.toJson()));
    state.attempt().ifPresent(attempt -> status.and("ceremony", ceremony(attempt)));
    before.lastList().ifPresent(list -> status.and("credentials", credentials(list, state)));
    if (before.setup().isPresent()) {
      status.and("fingerprint", definitions.frozen(uuid).election().fingerprint().base64());
    }
    if (state.phase().compareTo(Phase.OPEN) >= 0) {
      status.and("ballots", state.ballots());
    }
    Json.Arr amended = amendments.amendments(uuid, board);
    if (!amended.items().isEmpty()) {
      status.and("amendments", amended);
    }
    conduct(draft, state.phase(), status);
    return status.build();
  }

  private void conduct(Draft draft, Phase phase, Json.Builder status) {
    if (phase == Phase.READY) {
      second.waiting(draft, "open").ifPresent(asked -> status.and("asked", asked));
    } else if (phase == Phase.OPEN) {
      second.waiting(draft, "close").ifPresent(asked -> status.and("asked", asked));
    } else {
      return;
    }
    schedule
        .failure(draft.uuid().value())
        .ifPresent(reason -> status.and("schedule_failure", reason));
  }

  private Json trustees(BulletinBoard board, Draft draft, BeforeSetup before)
      throws StoreUnavailableException {
    Group group = Definitions.group(draft);
    SortedMap<Integer, TrusteeKeyEntry> keys = before.lastKeys();
    SortedMap<Integer, Instant> drilled = drills.last(draft.uuid().value());
    List<Json> rows = new ArrayList<>();
    for (int owner = 1; owner <= draft.trustees().size(); owner++) {
      Json.Builder row = Json.Obj.with("owner", owner).and("name", draft.trustees().get(owner - 1));
      if (keys.containsKey(owner)) {
        row.and("key", RegisterTrusteeKey.key(board, keys.get(owner), group).publicKey().encode());
      }
      row.and("ready", new Json.Bool(board.state().ready().contains(owner)));
      row.and("decrypted", new Json.Bool(board.state().decrypted().contains(owner)));
      if (drilled.containsKey(owner)) {
        row.and("drilled", drilled.get(owner).getEpochSecond());
      }
      rows.add(row.build());
    }
    return new Json.Arr(rows);
  }

  private static Json ceremony(CeremonyAttempt attempt) {
    return Json.Obj.with("attempt", attempt.number())
        .and("size", attempt.size())
        .and("threshold", attempt.threshold())
        .and("status", attempt.status().name())
        .and("step", attempt.step().name())
        .and("missing", indexes(attempt.missing()))
        .build();
  }

  private static Json indexes(Collection<Integer> indexes) {
    return new Json.Arr(indexes.stream().<Json>map(Json.Int::new).toList());
  }

  private static Json credentials(CredentialsEntry list, BoardState state) {
    return Json.Obj.with("count", list.count())
        .and("registrar", list.registrar().hex())
        .and("ready", new Json.Bool(state.registrarReady()))
        .build();
  }

  private static Optional<Json> board(BoardReads reads) throws StoreUnavailableException {
    Optional<StoredCheckpoint> newest = reads.newestCheckpoint();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    long size = newest.get().size();
    String root = reads.head(size).orElseThrow().root().hex();
    return Optional.of(Json.Obj.with("size", size).and("root", root).build());
  }
}
