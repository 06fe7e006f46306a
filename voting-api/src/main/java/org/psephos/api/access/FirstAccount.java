package org.psephos.api.access;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.api.storage.SecretFile;
import org.psephos.api.storage.StorageException;

/**
 * Makes the account {@code official} at the first start, with a password for one log-in. It stands
 * in the file {@code official.password} of the data directory until it was used, and is shown on
 * the terminal if there is one; it never goes to a log.
 */
@ApplicationScoped
public class FirstAccount {

  private static final String NAME = "official";

  private final Accounts accounts;
  private final Path file;

  FirstAccount(Accounts accounts, @ConfigProperty(name = "psephos.data") String data) {
    this.accounts = accounts;
    this.file = Path.of(data, "official.password");
  }

  void start(@Observes StartupEvent started) throws StorageException {
    if (accounts.isEmpty()) {
      String password = SecretFile.readOrMake(file);
      accounts.add(new Accounts.Account(NAME, Role.OFFICIAL, PasswordHash.of(password), true));
      tell(password);
    }
  }

  // Newer Java versions always have a console; it then also writes to what is not a terminal.
  @SuppressWarnings("SystemConsoleNull")
  private void tell(String password) {
    Log.infof("The first official logs in as '%s'; the password for once is in %s", NAME, file);
    if (System.console() != null) {
      System.out.println("The password for once: " + password);
    }
  }

  /** Removes the file once its password is worth nothing. */
  void passwordChosen(String name) {
    if (name.equals(NAME)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        Log.warnf(e, "%s holds a password that is not valid any more; delete it", file);
      }
    }
  }
}
