package org.psephos.api.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a server keeps what it has acknowledged. */
public final class Durability {

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /** What makes this server forgetful, in words; empty if nothing does. */
  public static List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (String setting : MUST_BE_ON) {
        String value = show(statement, setting);
        if (!isDurable(setting, value)) {
          faults.add(setting + " is " + value);
        }
      }
    }
    return List.copyOf(faults);
  }

  /** {@code remote_apply} and {@code remote_write} wait for more than the local disk. */
  private static boolean isDurable(String setting, String value) {
    return value.equals("on")
        || (setting.equals("synchronous_commit")
            && List.of("remote_apply", "remote_write", "local").contains(value));
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
