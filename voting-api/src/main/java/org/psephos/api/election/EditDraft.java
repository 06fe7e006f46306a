package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.psephos.api.access.AccessTokens;
import org.psephos.api.access.Caller;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;

/** Changes the description of an election that is not frozen. */
@ApplicationScoped
public class EditDraft {

  private final Elections elections;
  private final ElectionRecords records;
  private final AccessTokens tokens;
  private final OperatorLog log;

  EditDraft(Elections elections, ElectionRecords records, AccessTokens tokens, OperatorLog log) {
    this.records = records;
    this.elections = elections;
    this.tokens = tokens;
    this.log = log;
  }

  /** Makes another draft of the one that is there. */
  @FunctionalInterface
  public interface Change {
    Draft of(Draft before) throws RefusedException, DecodingException;
  }

  /** Replaces the members that are given. */
  public Draft edit(String uuid, Caller caller, Json.Obj changes)
      throws RefusedException, StoreUnavailableException {
    return edit(uuid, caller, before -> before.edited(changes));
  }

  /** Replaces the draft by what becomes of it, while nobody else changes it. */
  public Draft edit(String uuid, Caller caller, Change change)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    return elections.exclusively(uuid, () -> edit(uuid, caller, change, board.state().phase()));
  }

  private Draft edit(String uuid, Caller caller, Change change, Phase phase)
      throws RefusedException {
    if (phase != Phase.DRAFT && phase != Phase.KEYS) {
      throw new RefusedException(Code.WRONG_STATE, "the definition is frozen");
    }
    Draft before = elections.draft(uuid);
    Draft after;
    try {
      after = change.of(before);
      requireSame("uuid", before.uuid().value(), after.uuid().value());
      if (phase == Phase.KEYS) {
        requireSame("trustees", before.trustees().size() + "", after.trustees().size() + "");
      }
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
    if (phase == Phase.KEYS && !sameGenesis(before, after)) {
      throw new RefusedException(Code.WRONG_STATE, "mode and group stand in entry 0");
    }
    Definitions.requireHonestTexts(after);
    records.edit(uuid, CreateElection.text(after));
    if (before.trustees().size() != after.trustees().size()) {
      tokens.revokeTrustees(uuid, firstOther(before.trustees(), after.trustees()));
    }
    log.note(uuid, caller, "edit");
    return after;
  }

  private static void requireSame(String member, String before, String after)
      throws DecodingException {
    if (!before.equals(after)) {
      throw new DecodingException(member, "the same as before: " + before, after);
    }
  }

  private static boolean sameGenesis(Draft before, Draft after) {
    return before.mode() == after.mode() && before.group().equals(after.group());
  }

  /** The first number under which another trustee stands now: links are for numbers. */
  private static int firstOther(List<String> before, List<String> after) {
    int owner = 1;
    while (owner <= Math.min(before.size(), after.size())
        && before.get(owner - 1).equals(after.get(owner - 1))) {
      owner++;
    }
    return owner;
  }
}
