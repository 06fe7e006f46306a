package org.psephos.tally.simulation;

import java.io.IOException;
import org.psephos.board.bel.BelArchive;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.SetupData;

/** What the setup of an archive refers to. */
record Archived(Election election, CredentialList credentials) {

  private static final int LARGEST = 1 << 24;

  static Archived of(BelArchive archive) throws IOException, DecodingException {
    SetupData setup =
        SetupData.decode(
            archive.object(archive.events().get(0).payload().orElseThrow(), LARGEST).toByteArray());
    Election election = Election.decode(archive.object(setup.election(), LARGEST).toByteArray());
    return new Archived(
        election,
        CredentialList.decode(
            archive.object(setup.credentials(), LARGEST).toByteArray(), election.group()));
  }
}
