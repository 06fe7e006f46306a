package org.psephos.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.psephos.api.storage.DataDirectory;
import org.psephos.api.storage.EmbeddedDatabase;
import org.psephos.api.storage.StorageException;

/** What {@link Server} lays before the service starts; tests do not run {@code main}. */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

  private Path folder;
  private DataDirectory directory;
  private EmbeddedDatabase server;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("psephos-test");
      directory = DataDirectory.open(folder.resolve("data"));
      server = EmbeddedDatabase.start(directory);
    } catch (IOException | StorageException e) {
      throw new IllegalStateException("no database for the tests", e);
    }
    Map<String, String> settings = new HashMap<>(server.database().settings());
    settings.put("psephos.data", directory.root().toString());
    settings.put("psephos.public-url", "http://localhost:8081");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  @Override
  public void stop() {
    try {
      server.close();
      directory.close();
      delete(folder);
    } catch (IOException | StorageException e) {
      throw new IllegalStateException("the database of the tests does not stop", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inside) {
        Files.delete(file);
      }
    }
  }
}
