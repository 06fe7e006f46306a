package org.psephos.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.psephos.api.access.Access;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.election.Code;
import org.psephos.api.election.CreateElection;
import org.psephos.api.election.Draft;
import org.psephos.api.election.EditDraft;
import org.psephos.api.election.ElectionStatus;
import org.psephos.api.election.Elections;
import org.psephos.api.election.ListElections;
import org.psephos.api.election.ListElections.Listed;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.election.RecordBackup;
import org.psephos.api.election.RefusedException;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.Json;

/** Elections as drafts, and their public status. */
@Path("/api/v1/elections")
public class ElectionsResource {

  private static final String BACKUP = "log_key_backup";

  private final CreateElection creation;
  private final EditDraft edition;
  private final RecordBackup backup;
  private final ElectionStatus status;
  private final PublicAddress address;
  private final OperatorLog log;
  private final Elections elections;
  private final ListElections list;

  ElectionsResource(
      CreateElection creation,
      EditDraft edition,
      RecordBackup backup,
      ElectionStatus status,
      PublicAddress address,
      OperatorLog log,
      Elections elections,
      ListElections list) {
    this.creation = creation;
    this.edition = edition;
    this.backup = backup;
    this.status = status;
    this.address = address;
    this.log = log;
    this.elections = elections;
    this.list = list;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.OFFICIAL)
  public Response create(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    CreateElection.Created created = creation.create(Body.object(body, headers, Draft.LIMITS));
    String uuid = created.draft().uuid().value();
    log.note(uuid, AccessFilter.caller(request), "create");
    List<Json> trustees =
        created.trustees().stream()
            .map(token -> (Json) new Json.Text(address.link(uuid, Role.TRUSTEE, token)))
            .toList();
    Json answer =
        Json.Obj.with("uuid", uuid)
            .and("state", Phase.DRAFT.name())
            .and("registrar", address.link(uuid, Role.REGISTRAR, created.registrar()))
            .and("trustees", new Json.Arr(trustees))
            .build();
    return Answer.of(Response.Status.CREATED, answer).location(address.election(uuid)).build();
  }

  /** All elections, drafts too. */
  @GET
  @Access(roles = {Role.OFFICIAL, Role.OPERATOR})
  public Response list() throws IOException {
    List<Json> rows = list.all().stream().map(ElectionsResource::row).toList();
    return Answer.ok(Json.Obj.with("elections", new Json.Arr(rows)).build());
  }

  private static Json row(Listed one) {
    Json.Builder row =
        Json.Obj.with("uuid", one.draft().uuid().value())
            .and("mode", one.draft().mode().wireName())
            .and("name", one.draft().defaultText().name())
            .and("opens", one.draft().opens())
            .and("closes", one.closes());
    one.phase().ifPresent(phase -> row.and("state", phase.name()));
    return row.build();
  }

  @GET
  @Path("/{uuid}")
  @Access
  public Response read(@PathParam("uuid") String uuid) throws IOException, RefusedException {
    return Answer.ok(status.status(uuid));
  }

  @PATCH
  @Path("/{uuid}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = Role.OFFICIAL,
      phases = {Phase.DRAFT, Phase.KEYS})
  public Response edit(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Caller caller = AccessFilter.caller(request);
    Map<String, Json> changes =
        new LinkedHashMap<>(Body.object(body, headers, Draft.LIMITS).members());
    Json where = changes.remove(BACKUP);
    if (!changes.isEmpty()) {
      edition.edit(uuid, caller, new Json.Obj(changes));
    }
    if (where instanceof Json.Text text) {
      backup.record(uuid, caller, text.value());
    } else if (where != null) {
      throw new RefusedException(Code.MALFORMED, BACKUP + ": expected a string");
    }
    return Answer.ok(status.status(uuid));
  }

  /** The whole draft, before the definition is public. */
  @GET
  @Path("/{uuid}/draft")
  @Access(roles = {Role.OFFICIAL, Role.OBSERVER, Role.REGISTRAR, Role.TRUSTEE})
  public Response draft(@PathParam("uuid") String uuid) throws RefusedException {
    return Answer.ok(elections.draft(uuid).toJson());
  }
}
