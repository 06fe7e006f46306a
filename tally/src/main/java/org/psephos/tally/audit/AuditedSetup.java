package org.psephos.tally.audit;

import java.util.Optional;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.Trustees;

/**
 * A definition that is frozen on a board and was checked: everything in it is sound and fits
 * together. Only {@link BoardAudit} makes one. Immutable.
 */
public final class AuditedSetup {

  private final FollowedBoard board;
  private final Placed<SetupEntry> entry;
  private final SetupData data;
  private final Election election;
  private final Manifest manifest;
  private final Trustees trustees;
  private final CredentialList credentials;

  AuditedSetup(FollowedBoard board, Placed<SetupEntry> entry, SetupObjects objects) {
    this.board = board;
    this.entry = entry;
    this.data = objects.data();
    this.election = objects.election();
    this.manifest = objects.manifest();
    this.trustees = objects.trustees();
    this.credentials = objects.credentials();
  }

  /** The board on which it stands. */
  public FollowedBoard board() {
    return board;
  }

  /** The index of Setup. */
  public long index() {
    return entry.index();
  }

  public SetupData data() {
    return data;
  }

  public Election election() {
    return election;
  }

  /** The election's fingerprint, which pins everything else here. */
  public Digest fingerprint() {
    return election.fingerprint();
  }

  public Manifest manifest() {
    return manifest;
  }

  public Trustees trustees() {
    return trustees;
  }

  public CredentialList credentials() {
    return credentials;
  }

  /** The trustee with this key; empty if it is none of theirs. */
  public Optional<Owner> owner(Element key) {
    return trustees.owners().stream().filter(owner -> owner.key().equals(key)).findFirst();
  }
}
