package org.psephos.api.web.session;

import java.util.List;
import java.util.Map;

/** What browsers say about where a form comes from; the public URL of the tests is local. */
final class HeadersOfForms {

  static final String ORIGIN = "http://localhost:8081";

  static final List<Map<String, String>> OURS =
      List.of(
          Map.of("Sec-Fetch-Site", "same-origin", "Origin", ORIGIN),
          Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"),
          Map.of("Origin", ORIGIN));

  static final List<Map<String, String>> ELSEWHERE =
      List.of(
          Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"),
          Map.of("Sec-Fetch-Site", "cross-site", "Origin", ORIGIN),
          Map.of("Sec-Fetch-Site", "same-site", "Origin", ORIGIN),
          Map.of("Sec-Fetch-Site", "none", "Origin", ORIGIN),
          Map.of("Sec-Fetch-Site", "", "Origin", ORIGIN),
          Map.of("Origin", "https://evil.example"),
          Map.of("Origin", "https://localhost:8081"),
          Map.of("Origin", "http://localhost"),
          Map.of("Origin", ORIGIN + ".evil.example"),
          Map.of("Origin", "null"),
          Map.of());

  private HeadersOfForms() {}
}
