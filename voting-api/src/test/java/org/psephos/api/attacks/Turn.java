package org.psephos.api.attacks;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.fixture.BallotForge;

/**
 * What an attacker holds who is a voter: a credential, the public election, and the ballots of
 * another voter.
 */
record Turn(Election election, CredentialKey voter, CredentialKey victim, SecureRandom random) {

  /** Two of three, and the first of two answers. */
  static final List<List<Integer>> CHOICES = List.of(List.of(1, 0, 1), List.of(0, 1, 0));

  BallotForge forge() {
    return new BallotForge(election, voter, random);
  }

  Json.Obj honest() {
    return forge().encrypting(CHOICES);
  }

  /** An honest ballot of somebody else. */
  Json.Obj victims() {
    return new BallotForge(election, victim, random).encrypting(CHOICES);
  }
}
