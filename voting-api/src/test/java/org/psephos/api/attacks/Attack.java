package org.psephos.api.attacks;

import java.util.Optional;
import org.psephos.crypto.codec.Json;

/**
 * A change to an honest ballot and how the service must answer.
 *
 * @param stale the problem if the ballot keeps its old signature
 * @param signed the problem if its voter hashes and signs it again; empty if the change is to the
 *     signature itself
 */
record Attack(String name, String stale, Optional<String> signed, Change change) {

  static final String BAD_SIGNATURE = "403 bad-signature";
  static final String BAD_PROOF = "422 bad-proof";
  static final String NOT_IN_GROUP = "422 not-in-group";
  static final String WRONG_SHAPE = "422 wrong-shape";
  static final String MALFORMED = "400 malformed";
  static final String NOT_CANONICAL = "400 not-canonical";
  static final String WRONG_ELECTION = "400 wrong-election";
  static final String UNKNOWN_CREDENTIAL = "403 unknown-credential";

  /** Turns an honest ballot into a hostile one. */
  @FunctionalInterface
  interface Change {
    Json.Obj apply(Turn turn, Json.Obj honest) throws Exception;
  }

  /** Found behind the signature: without a new one, it is the signature that fails. */
  static Attack behind(String name, String problem, Change change) {
    return new Attack(name, BAD_SIGNATURE, Optional.of(problem), change);
  }

  /** Found before the signature is looked at, so that signing again changes nothing. */
  static Attack before(String name, String problem, Change change) {
    return new Attack(name, problem, Optional.of(problem), change);
  }

  /** A change to the signature. */
  static Attack onSignature(String name, String problem, Change change) {
    return new Attack(name, problem, Optional.empty(), change);
  }

  @Override
  public String toString() {
    return name;
  }
}
