package org.psephos.api.storage;

import java.util.Objects;

/** A user of the database and its password. Prints nothing of itself. */
public final class DatabaseLogin {

  private final String user;
  private final String password;

  public DatabaseLogin(String user, String password) {
    this.user = Objects.requireNonNull(user, "user is null");
    this.password = Objects.requireNonNull(password, "password is null");
  }

  public String user() {
    return user;
  }

  /** The secret itself: for a connection, never for a message. */
  public String password() {
    return password;
  }
}
