package org.psephos.api.election;

import org.psephos.board.entry.Manifest;
import org.psephos.crypto.ballot.BallotChecker;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.trustee.Trustees;

/** The definition of an election from Setup on, read back from its board. Immutable. */
public record Frozen(
    Election election,
    Manifest manifest,
    Trustees trustees,
    CredentialList credentials,
    BallotChecker checker) {}
