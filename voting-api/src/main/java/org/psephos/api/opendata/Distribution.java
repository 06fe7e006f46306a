package org.psephos.api.opendata;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.crypto.hash.Digest;

/**
 * One form in which the data of an election can be had.
 *
 * @param name what it is called, the last part of its address
 * @param url where it is
 * @param bytes how long it is, where that does not change any more
 * @param sha256 of its bytes, where they do not change any more
 * @param standard the address of the specification of its form
 */
public record Distribution(
    String name,
    String url,
    DataFile.MediaType type,
    OptionalLong bytes,
    Optional<Digest> sha256,
    Optional<String> standard) {

  public Distribution {
    requireNonNull(name, "name is null");
    requireNonNull(url, "url is null");
    requireNonNull(type, "type is null");
    requireNonNull(bytes, "bytes is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(standard, "standard is null");
  }
}
