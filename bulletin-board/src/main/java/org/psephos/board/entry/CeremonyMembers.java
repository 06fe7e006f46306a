package org.psephos.board.entry;

import org.psephos.crypto.codec.Json;

/** The members that all entries of the threshold key ceremony share. */
final class CeremonyMembers {

  private CeremonyMembers() {}

  static Json.Builder of(AttemptEntry entry) {
    return Json.Obj.with("attempt", entry.attempt())
        .and("kind", entry.kind())
        .and("type", entry.type().wireName());
  }

  static Json.Builder of(MemberEntry entry) {
    return of((AttemptEntry) entry).and("index", entry.index());
  }
}
