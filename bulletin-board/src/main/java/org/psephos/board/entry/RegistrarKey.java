package org.psephos.board.entry;

/**
 * The registrar's Ed25519 verification key as it stands in entries and manifest. Whether the bytes
 * are a point is seen when a signature is checked.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record RegistrarKey(String hex) {

  public RegistrarKey {
    Ranges.hex("registrar", hex, 64);
  }
}
