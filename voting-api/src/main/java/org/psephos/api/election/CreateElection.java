package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.psephos.api.access.AccessTokens;
import org.psephos.api.access.Role;
import org.psephos.api.access.Token;
import org.psephos.api.board.Boards;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.ElectionId;

/** Begins an election: a draft, the log key, and a token for everyone who takes part in it. */
@ApplicationScoped
public class CreateElection {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final AccessTokens tokens;
  private final Boards boards;
  private final ElectionRecords records;

  CreateElection(AccessTokens tokens, Boards boards, ElectionRecords records) {
    this.records = records;
    this.tokens = tokens;
    this.boards = boards;
  }

  /**
   * What the official hands on.
   *
   * @param registrar the registrar's token
   * @param trustees each trustee's token, in order of number
   */
  public record Created(Draft draft, Token registrar, List<Token> trustees) {
    public Created {
      trustees = List.copyOf(trustees);
    }
  }

  /** Takes the description, with or without {@code uuid}, and makes everybody's token at once. */
  @Transactional(rollbackOn = Exception.class)
  public Created create(Json.Obj description) throws RefusedException, StoreUnavailableException {
    Draft draft = read(description);
    String uuid = draft.uuid().value();
    String origin = note(draft);
    Token registrar = tokens.issue(uuid, Role.REGISTRAR, 0);
    List<Token> trustees = new ArrayList<>();
    for (int owner = 1; owner <= draft.trustees().size(); owner++) {
      trustees.add(tokens.issue(uuid, Role.TRUSTEE, owner));
    }
    makeLogKey(uuid, origin);
    return new Created(draft, registrar, trustees);
  }

  /** The same without tokens, for an official who has yet to say who takes part. */
  @Transactional(rollbackOn = Exception.class)
  public Draft begin(Json.Obj description) throws RefusedException, StoreUnavailableException {
    Draft draft = read(description);
    makeLogKey(draft.uuid().value(), note(draft));
    return draft;
  }

  /** Notes the draft; what its board is called. */
  private String note(Draft draft) throws RefusedException {
    String uuid = draft.uuid().value();
    if (records.draft(uuid).isPresent()) {
      throw new RefusedException(Code.WRONG_STATE, "there is an election " + uuid + " already");
    }
    Definitions.requireHonestTexts(draft);
    String origin = boards.origin(uuid);
    records.begin(uuid, origin, text(draft));
    return origin;
  }

  private static Draft read(Json.Obj description) throws RefusedException {
    Map<String, Json> members = new LinkedHashMap<>(description.members());
    members.computeIfAbsent("uuid", absent -> new Json.Text(ElectionId.random(RANDOM).value()));
    try {
      return Draft.decode(new Json.Obj(members));
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  /** Last, since a file does not roll back. */
  private void makeLogKey(String uuid, String origin) throws StoreUnavailableException {
    try {
      boards.makeKey(uuid, origin);
    } catch (IOException e) {
      throw new StoreUnavailableException("the log key cannot be written", e);
    }
  }

  static String text(Draft draft) {
    try {
      return Utf8.decode(draft.toJson().toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException("JSON is text", e);
    }
  }
}
