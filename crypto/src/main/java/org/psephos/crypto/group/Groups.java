package org.psephos.crypto.group;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.edwards.Ed25519Group;
import org.psephos.crypto.group.modp.ModPGroup;

/** The closed list of groups. Parameters are never read from data, only names are. */
public final class Groups {

  private static final List<String> NAMES = List.of("Ed25519", "BELENIOS-2048", "RFC-3526-2048");

  private static final List<Group> ALL =
      List.of(
          Ed25519Group.instance(), //
          ModPGroup.belenios2048(), //
          ModPGroup.rfc3526());

  private Groups() {}

  /** The names that version 1 knows, in the order in which we offer them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The group of that exact name.
   *
   * @throws DecodingException if the name is not one of {@link #names()}
   */
  public static Group named(String name) throws DecodingException {
    for (Group group : ALL) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    throw new DecodingException("group", "one of " + NAMES, name);
  }
}
