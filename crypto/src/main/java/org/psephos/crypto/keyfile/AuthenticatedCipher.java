package org.psephos.crypto.keyfile;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a 12-byte nonce and a 16-byte tag. */
final class AuthenticatedCipher {

  static final int NONCE_LENGTH = 12;
  static final int TAG_LENGTH = 16;

  private AuthenticatedCipher() {}

  static byte[] encrypt(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 platform has AES-GCM", e);
    }
  }

  /** The plaintext; empty if the tag does not fit. */
  static Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] associated, byte[] data) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(data));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_LENGTH, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
