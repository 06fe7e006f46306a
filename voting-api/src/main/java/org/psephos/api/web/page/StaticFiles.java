package org.psephos.api.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of one folder of the class path, kept in memory once asked for. Nothing outside the
 * folder can be reached: names have no separators. Thread safe.
 */
final class StaticFiles {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

  private final Map<String, StaticFile> read = new ConcurrentHashMap<>();
  private final String folder;

  /**
   * @param folder its name on the class path, with an end of {@code /}
   */
  StaticFiles(String folder) {
    this.folder = folder;
  }

  /** The file of this name, if there is one of a kind that is handed out. */
  Optional<StaticFile> file(String name) {
    if (!NAME.matcher(name).matches() || StaticFile.mediaType(name).isEmpty()) {
      return Optional.empty();
    }
    StaticFile known = read.get(name);
    return known != null ? Optional.of(known) : bytes(name).map(bytes -> keep(name, bytes));
  }

  private StaticFile keep(String name, byte[] bytes) {
    return read.computeIfAbsent(name, absent -> new StaticFile(name, bytes));
  }

  private Optional<byte[]> bytes(String name) {
    try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(folder + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
