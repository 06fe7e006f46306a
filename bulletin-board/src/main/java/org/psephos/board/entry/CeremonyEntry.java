package org.psephos.board.entry;

/** A contribution to the keys or to the list of voters, before Setup takes what counts. */
public sealed interface CeremonyEntry extends BoardEntry
    permits TrusteeKeyEntry, CredentialsEntry, AttemptEntry {

  @Override
  default EntryType type() {
    return EntryType.CEREMONY;
  }

  /** The value of the member {@code kind}. */
  String kind();
}
