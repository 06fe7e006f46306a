package org.psephos.tally.ceremony;

import java.security.SecureRandom;
import java.util.Optional;
import org.psephos.crypto.group.Element;
import org.psephos.tally.keyring.CeremonyFile;
import org.psephos.tally.keyring.KeyFileException;

/** A member's state on its own disk, sealed. */
final class FileMemory implements MemberMemory {

  private final CeremonyFile file;
  private final char[] passphrase;
  private final SecureRandom random;

  FileMemory(CeremonyFile file, char[] passphrase, SecureRandom random) {
    this.file = file;
    this.passphrase = passphrase;
    this.random = random;
  }

  @Override
  public Optional<byte[]> recall() throws KeyFileException {
    return file.read(passphrase);
  }

  @Override
  public void keep(Element verification, byte[] state) throws KeyFileException {
    file.write(verification, state, passphrase, random);
  }

  @Override
  public void forget() throws KeyFileException {
    file.remove();
  }
}
