package org.psephos.api.storage;

import java.io.IOException;

/**
 * PostgreSQL refuses to run as root; a user namespace gets round that, where the system has them.
 */
final class UserNamespaces {

  private UserNamespaces() {}

  /**
   * @throws StorageException if we are root and cannot make a user namespace
   */
  static void requireIfRoot() throws StorageException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return;
    }
    try {
      if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new StorageException(refusal(), e);
    }
    throw new StorageException(refusal());
  }

  private static String refusal() {
    return "PostgreSQL does not run as root, and this system forbids user namespaces (unshare -U):"
        + " start the service as another user, or set psephos.database.url";
  }
}
