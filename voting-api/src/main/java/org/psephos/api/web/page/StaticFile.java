package org.psephos.api.web.page;

import jakarta.ws.rs.core.EntityTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.psephos.crypto.hash.Digest;

/** A file of the build that the service hands out as it is, compressed once. Thread safe. */
final class StaticFile {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final String mediaType;
  private final byte[] bytes;
  private final byte[] compressed;
  private final EntityTag tag;

  StaticFile(String name, byte[] bytes) {
    this.mediaType = mediaType(name).orElseThrow();
    this.bytes = bytes.clone();
    this.compressed = gzip(bytes);
    this.tag = new EntityTag(Digest.sha256(bytes).hex());
  }

  /** The media type that the name's ending stands for; other files are not handed out. */
  static Optional<String> mediaType(String name) {
    return Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  String mediaType() {
    return mediaType;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The same in gzip, if that is shorter. */
  Optional<byte[]> compressed() {
    return compressed.length < bytes.length ? Optional.of(compressed.clone()) : Optional.empty();
  }

  EntityTag tag() {
    return tag;
  }
}
