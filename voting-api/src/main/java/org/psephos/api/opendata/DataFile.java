package org.psephos.api.opendata;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** A file of open data, complete and in memory. Immutable. */
public final class DataFile {

  private final String name;
  private final MediaType type;
  private final byte[] bytes;
  private final Digest sha256;

  DataFile(String name, MediaType type, byte[] bytes) {
    this.name = requireNonNull(name, "name is null");
    this.type = requireNonNull(type, "type is null");
    this.bytes = bytes.clone();
    this.sha256 = Digest.sha256(bytes);
  }

  /** What kinds of files there are, by their registered names. */
  public enum MediaType {
    JSON("application/json"),
    JSON_LD("application/ld+json"),
    CSV("text/csv"),
    CSV_METADATA("application/csvm+json"),
    TAR("application/x-tar");

    private final String registered;

    MediaType(String registered) {
      this.registered = registered;
    }

    /** The name alone. */
    public String registered() {
      return registered;
    }

    /** The value of {@code Content-Type}. */
    public String header() {
      return this == CSV ? registered + "; charset=utf-8; header=present" : registered;
    }
  }

  /** The last part of its address. */
  public String name() {
    return name;
  }

  public MediaType type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public long length() {
    return bytes.length;
  }

  public Digest sha256() {
    return sha256;
  }
}
