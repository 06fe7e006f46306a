package org.psephos.api.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a login could change what is on the board. */
public final class Privileges {

  private static final String CURRENT_ROLE =
      """
      SELECT rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls
          OR pg_has_role(current_user, 'pg_write_all_data', 'MEMBER')
      FROM pg_roles WHERE rolname = current_user""";

  private static final String TABLES =
      """
      SELECT c.relname, p.privilege
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
           unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS p(privilege)
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p')
        AND NOT (c.relname = ANY (?) AND p.privilege = 'DELETE')
        AND (has_table_privilege(c.oid, p.privilege)
             OR pg_has_role(current_user, c.relowner, 'MEMBER')
             OR (p.privilege = 'UPDATE' AND has_any_column_privilege(c.oid, 'UPDATE')))
      ORDER BY c.relname, p.privilege""";

  private Privileges() {}

  /**
   * What the login of this connection could do to the tables of the board beyond adding rows, in
   * words; empty if nothing.
   *
   * @param schema the schema of the board's tables
   * @param mayDelete tables from which this login is meant to delete: the queue of pending entries
   */
  public static List<String> faults(Connection connection, String schema, List<String> mayDelete)
      throws SQLException {
    List<String> faults = new ArrayList<>();
    if (isPowerful(connection)) {
      faults.add("the login is a superuser or administers roles");
    }
    try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
      statement.setString(1, schema);
      statement.setArray(2, connection.createArrayOf("text", mayDelete.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          faults.add("the login may " + rows.getString(2) + " in table " + rows.getString(1));
        }
      }
    }
    return List.copyOf(faults);
  }

  private static boolean isPowerful(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CURRENT_ROLE)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
