package org.psephos.api.web.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Which page somebody asked for, and in what languages.
 *
 * @param address path and query, without host
 */
public record Visit(URI address, Preference preference) {

  /** What a request asks for. */
  static Visit of(UriInfo uri, String acceptLanguage) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    return new Visit(
        UriBuilder.fromPath(uri.getRequestUri().getRawPath())
            .replaceQuery(uri.getRequestUri().getRawQuery())
            .build(),
        Preference.of(query.getFirst("lang"), acceptLanguage));
  }

  static Visit of(UriInfo uri, HttpHeaders headers) {
    return of(uri, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  public String path() {
    return address.getRawPath();
  }

  /** The same address with one parameter of the query set. */
  String with(String parameter, String value) {
    return UriBuilder.fromUri(address).replaceQueryParam(parameter, value).build().toString();
  }
}
