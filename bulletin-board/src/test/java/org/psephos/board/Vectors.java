package org.psephos.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/** Reads the vectors of transparency logs, which other programs computed. */
public final class Vectors {

  private static final String FOLDER = "/vectors/tlog/";

  private Vectors() {}

  /** The i-th entry of every sample log. */
  public static byte[] entry(long i) {
    return Utf8.encode("leaf-" + i);
  }

  public static Json json(String name) {
    try {
      return JsonParser.parse(bytes(name), Limits.LIST);
    } catch (DecodingException e) {
      throw new IllegalStateException("vector " + name, e);
    }
  }

  public static byte[] bytes(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no vector " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of a sample log. */
  public static Path log(String name) {
    URL url = Vectors.class.getResource(FOLDER + "logs/" + name);
    try {
      URI uri = url.toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The paths of all files of a sample log, relative to its folder, with slashes. */
  public static List<String> files(String log) throws IOException {
    Path folder = log(log);
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  public static Json member(Json object, String name) {
    Json value = members(object).get(name);
    if (value == null) {
      throw new IllegalArgumentException("no member " + name);
    }
    return value;
  }

  public static Map<String, Json> members(Json object) {
    return ((Json.Obj) object).members();
  }

  public static List<Json> items(Json array) {
    return ((Json.Arr) array).items();
  }

  public static List<Json> items(Json object, String name) {
    return items(member(object, name));
  }

  public static String text(Json object, String name) {
    return ((Json.Text) member(object, name)).value();
  }

  public static long number(Json object, String name) {
    return ((Json.Int) member(object, name)).value();
  }

  public static boolean bool(Json object, String name) {
    return ((Json.Bool) member(object, name)).value();
  }

  public static Digest digest(Json object, String name) {
    return digest(member(object, name));
  }

  public static List<Digest> digests(Json object, String name) {
    List<Digest> digests = new ArrayList<>();
    items(object, name).forEach(item -> digests.add(digest(item)));
    return digests;
  }

  private static Digest digest(Json text) {
    try {
      return Digest.fromHex(((Json.Text) text).value());
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
