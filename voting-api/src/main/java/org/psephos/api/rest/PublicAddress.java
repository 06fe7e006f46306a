package org.psephos.api.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.api.access.Role;
import org.psephos.api.access.Token;

/** What voters and officials type; configured, never taken from a request. */
@ApplicationScoped
public class PublicAddress {

  private final URI base;

  PublicAddress(@ConfigProperty(name = "psephos.public-url") URI base) {
    this.base = base;
  }

  /** The address of an election in the interface. */
  URI election(String uuid) {
    return base.resolve("/api/v1/elections/" + uuid);
  }

  /**
   * The link that lets its holder be this in the election; the token never reaches a server log.
   */
  String link(String uuid, Role role, Token token) {
    return base.resolve("/e/" + uuid + "/" + role.wireName()) + "#" + token.reveal();
  }

  /** The link that lets its holder take an account. */
  String invitation(Token token) {
    return base.resolve("/join") + "#" + token.reveal();
  }
}
