package org.psephos.api;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Hands what was found out before the start (port, database, logins) to the framework, without
 * system properties or arguments, where other programs could read passwords.
 */
public final class StartSettings implements ConfigSource {

  /** Above the environment (300) and system properties (400): these are the facts. */
  private static final int ORDINAL = 450;

  private static volatile Map<String, String> published = Map.of();

  static void publish(Map<String, String> settings) {
    published = Map.copyOf(settings);
  }

  @Override
  public Set<String> getPropertyNames() {
    return published.keySet();
  }

  @Override
  public String getValue(String name) {
    return published.get(name);
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public String getName() {
    return "psephos-start";
  }
}
