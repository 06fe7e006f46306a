package org.psephos.api.opendata;

import java.util.Arrays;
import java.util.Optional;

/** What others may do with the data; the operator chooses. */
public enum Licence {
  CC0("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
  CC_BY("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/");

  private final String id;
  private final String uri;

  Licence(String id, String uri) {
    this.id = id;
    this.uri = uri;
  }

  /** Its SPDX identifier. */
  public String id() {
    return id;
  }

  public String uri() {
    return uri;
  }

  /** The licence with this SPDX identifier. */
  public static Optional<Licence> called(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
