package org.psephos.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void prefersSystemPropertiesToTheEnvironmentToTheFile() throws Exception {
    Path file = file("psephos.public-url=https://file\npsephos.database.url=jdbc:file\n");
    Properties system = new Properties();
    assertThat(Settings.load(file, Map.of(), system).get(Settings.PUBLIC_URL))
        .hasValue("https://file");
    Map<String, String> environment = Map.of("PSEPHOS_PUBLIC_URL", "https://environment");
    assertThat(Settings.load(file, environment, system).get(Settings.PUBLIC_URL))
        .hasValue("https://environment");
    system.setProperty(Settings.PUBLIC_URL, "https://property");
    assertThat(Settings.load(file, environment, system).get(Settings.PUBLIC_URL))
        .hasValue("https://property");
    assertThat(Settings.load(file, environment, system).get(Settings.DATABASE_URL))
        .hasValue("jdbc:file");
  }

  @Test
  void refusesNamesThatMeanNothing() throws Exception {
    Path file = file("psephos.public-uri=https://vote.example.org\n");
    assertThatThrownBy(() -> Settings.load(file, Map.of(), new Properties()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("there is no setting psephos.public-uri");
  }

  @Test
  void usesAnExternalDatabaseOnlyWithAllThreeLogins() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    StringBuilder lines = new StringBuilder("psephos.database.url=jdbc:postgresql://db/psephos\n");
    for (String role : new String[] {"owner", "application", "sequencer"}) {
      Settings incomplete = Settings.load(file(lines.toString()), Map.of(), new Properties());
      assertThatThrownBy(() -> ExternalDatabase.from(incomplete))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("psephos.database." + role + ".username");
      lines.append("psephos.database." + role + ".username=" + role + "\n");
      lines.append("psephos.database." + role + ".password-file=" + password + "\n");
    }
    Settings complete = Settings.load(file(lines.toString()), Map.of(), new Properties());
    Database database = ExternalDatabase.from(complete).orElseThrow();
    assertThat(database.url()).isEqualTo("jdbc:postgresql://db/psephos");
    assertThat(database.sequencer().user()).isEqualTo("sequencer");
    assertThat(database.sequencer().password()).isEqualTo("secret");
  }

  @Test
  void hasNoExternalDatabaseWithoutAnAddress() throws Exception {
    Settings none = Settings.load(folder.resolve("none"), Map.of(), new Properties());
    assertThat(ExternalDatabase.from(none)).isEmpty();
  }

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("psephos.properties"), content);
  }
}
