package org.psephos.tally.client;

/** The paths of docs/api/openapi.yaml. */
public final class ElectionPaths {

  /** All elections of a service. */
  public static final String ELECTIONS = "/api/v1/elections";

  private ElectionPaths() {}

  /** One election. */
  public static String election(String uuid) {
    return ELECTIONS + "/" + uuid;
  }

  /** Something that belongs to one election, such as {@code trustees}. */
  public static String of(String uuid, String part) {
    return election(uuid) + "/" + part;
  }

  /** Something on one election's board, such as {@code checkpoint}. */
  public static String board(String uuid, String member) {
    return "/board/" + uuid + "/" + member;
  }
}
