package org.psephos.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import org.psephos.api.access.Access;
import org.psephos.api.election.Code;
import org.psephos.api.election.Elections;
import org.psephos.api.election.RefusedException;
import org.psephos.board.bel.BelWriter;
import org.psephos.board.bundle.BundleWriter;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.ObjectContent;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.tile.EntryBundle;
import org.psephos.board.tile.HashTile;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** The public board of an election, as C2SP tlog-tiles says, and the objects beside it. */
@Path("/board")
public class BoardResource {

  private static final int BUFFER = 1 << 16;

  private final Elections elections;

  BoardResource(Elections elections) {
    this.elections = elections;
  }

  @GET
  @Path("/{uuid}/checkpoint")
  @Access
  public Response checkpoint(@PathParam("uuid") String uuid) throws IOException, RefusedException {
    byte[] note = Utf8.encode(newest(reads(uuid)).note());
    return Response.ok(note, "text/plain; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .build();
  }

  @GET
  @Path("/{uuid}/tile/{path: .+}")
  @Access
  public Response tile(@PathParam("uuid") String uuid, @PathParam("path") String path)
      throws IOException, RefusedException {
    TilePath tile = parse("tile/" + path);
    BoardReads reads = reads(uuid);
    if (!tile.isIn(newest(reads).size())) {
      throw new RefusedException(Code.NOT_FOUND, "the tree has no such tile (yet)");
    }
    return Response.ok(bytes(tile, reads), MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header("Cache-Control", Published.FOR_EVER)
        .build();
  }

  @GET
  @Path("/{uuid}/object/{hash}")
  @Access
  public Response object(@PathParam("uuid") String uuid, @PathParam("hash") String hash)
      throws IOException, RefusedException {
    ObjectContent object =
        reads(uuid)
            .object(digest(hash))
            .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such object"));
    return Response.ok(object.open(), MediaType.APPLICATION_JSON_TYPE)
        .header("Content-Length", object.length())
        .header("Cache-Control", Published.FOR_EVER)
        .build();
  }

  @GET
  @Path("/{uuid}/bundle")
  @Access
  public Response bundle(@PathParam("uuid") String uuid) throws IOException, RefusedException {
    BoardReads reads = reads(uuid);
    newest(reads);
    StreamingOutput bundle =
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
          new BundleWriter(reads).writeTar(buffered);
          buffered.flush();
        };
    return file(bundle, uuid + ".bundle.tar");
  }

  @GET
  @Path("/{uuid}/{name}.bel")
  @Access
  public Response archive(@PathParam("uuid") String uuid, @PathParam("name") String name)
      throws IOException, RefusedException {
    if (!name.equals(uuid)) {
      throw new RefusedException(Code.NOT_FOUND, "the archive is called " + uuid + ".bel");
    }
    BulletinBoard board = elections.board(uuid);
    newest(board.reads());
    StreamingOutput archive =
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
          try {
            BelWriter.write(board.reads(), board.objects(), buffered);
          } catch (DecodingException e) {
            throw new StoreUnavailableException("the stored board is damaged", e);
          }
          buffered.flush();
        };
    return file(archive, uuid + ".bel");
  }

  private static Response file(StreamingOutput content, String name) {
    return Response.ok(content, "application/x-tar")
        .header("Cache-Control", "no-cache")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private BoardReads reads(String uuid) throws RefusedException, StoreUnavailableException {
    return elections.board(uuid).reads();
  }

  private static StoredCheckpoint newest(BoardReads reads)
      throws RefusedException, StoreUnavailableException {
    return reads
        .newestCheckpoint()
        .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "nothing is published yet"));
  }

  private static byte[] bytes(TilePath tile, BoardReads reads) throws StoreUnavailableException {
    if (tile.isEntries()) {
      List<EntryBytes> entries = reads.entries(tile.first(), tile.width());
      return EntryBundle.encode(entries.stream().map(EntryBytes::toByteArray).toList());
    }
    return new HashTile(reads.hashes(tile.level(), tile.first(), tile.width())).encode();
  }

  private static TilePath parse(String path) throws RefusedException {
    try {
      return TilePath.parse(path);
    } catch (DecodingException e) {
      throw new RefusedException(Code.NOT_FOUND, "no tile has that name");
    }
  }

  private static Digest digest(String hex) throws RefusedException {
    try {
      return Digest.fromHex(hex);
    } catch (DecodingException e) {
      throw new RefusedException(Code.NOT_FOUND, "no object has that name");
    }
  }
}
