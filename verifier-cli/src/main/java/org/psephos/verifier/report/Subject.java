package org.psephos.verifier.report;

import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.hash.Digest;

/**
 * What a fault is about, so that a stranger can look it up.
 *
 * @param kind for example {@code entry}, {@code ballot}, {@code object}, {@code receipt}
 * @param index its place on the board, where it has one
 * @param hash SHA-256 of its bytes, where they are known
 */
public record Subject(String kind, OptionalLong index, Optional<Digest> hash) {

  public Subject {
    kind = Printable.wellFormed(kind);
  }

  public static Subject of(String kind) {
    return new Subject(kind, OptionalLong.empty(), Optional.empty());
  }

  public static Subject of(String kind, Digest hash) {
    return new Subject(kind, OptionalLong.empty(), Optional.of(hash));
  }

  public static Subject at(String kind, long index) {
    return new Subject(kind, OptionalLong.of(index), Optional.empty());
  }

  public static Subject at(String kind, long index, Digest hash) {
    return new Subject(kind, OptionalLong.of(index), Optional.of(hash));
  }
}
